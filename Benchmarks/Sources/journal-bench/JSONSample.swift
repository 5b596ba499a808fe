/// An event as the journal keeps it, of about 300 bytes.
enum JSONSample {
  static let event = Array(
    """
    {"actor":"ponomareva","at":"2018-10-15","auth":"os","measure":"development-plan",\
    "recorded":"2018-10-15T09:41:07Z","remarks":"Согласовано с замечаниями","request":\
    "01890a5d-ac96-774b-bcce-b302099a8057","round":1,"step":"endorse","transition":"adopt",\
    "type":"approved","vote":"approve","weight":100}
    """.utf8)
}
