"""The questionnaire as a web page: plain HTML forms, one question a page, for alumni without Telegram."""
