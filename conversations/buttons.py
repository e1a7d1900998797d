"""The buttons that stand below many pages, each once."""

from conversations.reply import Button, Style
from locales.text import _

BACK_HOME = Button(_("🏠 Menu"), "m:home")
RESUME = Button(_("▶️ Go on where I was"), "m:resume", style=Style.PRIMARY)
MY_STATUS = Button(_("📋 My status"), "m:status")
ASK = Button(_("💬 Ask an officer"), "m:ask")
CLASSES = Button(_("📚 See trainings and register"), "m:classes")
JOBS = Button(_("💼 Job openings"), "m:jobs")
SHOPS = Button(_("🏪 Etalase alumni"), "m:shops")
ONWARD = Button(_("🎓 Next classes for you"), "m:onward")
STAFF_MENU = Button(_("🗂 Staff menu"), "m:staff")
ALUMNI_DESK = Button(_("⬅️ Alumni"), "m:alumni")
