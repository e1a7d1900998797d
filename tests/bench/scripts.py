"""How each bot is walked: rules on what it says. The first rule that holds decides."""

from tests.bench.walker import Finish, Rule, Say, Script, ShareContact, Tap, Wait

PARTNER = Script(
    opening="/start",
    rules=(
        Rule("Nomor pendaftaran", Finish()),
        Rule("", Tap()),
        Rule("nama", Say("{name}")),
        Rule("NIK", Say("{nik}")),
        Rule("tanggal", Say("{birthday:%d-%m-%Y}")),
        Rule("telepon", Say("{phone}")),
        Rule("", Say("{address}")),
    ),
)

# Choices are known by the key in their data, whatever the language; what is typed, by its question.
CANTING = Script(
    opening="/start",
    rules=(
        Rule("(?i)nomor pendaftaran:", Finish()),
        Rule("^👍", Wait()),
        Rule("", Tap(":notice:yes$")),
        Rule("", Tap(":birth:yes$")),
        Rule("", Tap(":kecamatan:(?!outside)")),
        Rule("", Tap(":(kelurahan|education|year|activity|attended):")),
        Rule("", Tap(r":\.:submit$")),
        Rule("", ShareContact()),
        Rule("(?i)nama lengkap", Say("{name}")),
        Rule("NIK", Say("{nik}")),
        Rule("(?i)alamat", Say("{address}")),
        Rule("", Tap("^m:register:")),
        Rule("", Tap("^m:class:")),
        Rule("", Tap("^m:classes$")),
    ),
)

SCRIPTS = {"partner": PARTNER, "canting": CANTING}
