/// What decrees settled about Russian days off, year by year: facts, nothing computed.
///
/// Sources: the yearly Government decrees on moving days off, and the President's decrees on
/// non-working days of 2020 and 2021.
enum RussianDecrees {
  /// The years whose Government decree is here.
  static let years = 2018...2027

  /// Days off that were moved. A weekend day they were moved from is worked, an hour shorter,
  /// unless it is a holiday.
  static let moves: [(from: String, to: String)] = [
    (from: "2018-01-06", to: "2018-03-09"),
    (from: "2018-04-28", to: "2018-04-30"),
    (from: "2018-01-07", to: "2018-05-02"),
    (from: "2018-06-09", to: "2018-06-11"),
    (from: "2018-12-29", to: "2018-12-31"),
    (from: "2019-01-05", to: "2019-05-02"),
    (from: "2019-01-06", to: "2019-05-03"),
    (from: "2019-02-23", to: "2019-05-10"),
    (from: "2020-01-04", to: "2020-05-04"),
    (from: "2020-01-05", to: "2020-05-05"),
    (from: "2021-02-20", to: "2021-02-22"),
    (from: "2021-01-02", to: "2021-11-05"),
    (from: "2021-01-03", to: "2021-12-31"),
    (from: "2022-03-05", to: "2022-03-07"),
    (from: "2022-01-01", to: "2022-05-03"),
    (from: "2022-01-02", to: "2022-05-10"),
    (from: "2023-01-01", to: "2023-02-24"),
    (from: "2023-01-08", to: "2023-05-08"),
    (from: "2024-04-27", to: "2024-04-29"),
    (from: "2024-11-02", to: "2024-04-30"),
    (from: "2024-01-06", to: "2024-05-10"),
    (from: "2024-12-28", to: "2024-12-30"),
    (from: "2024-01-07", to: "2024-12-31"),
    (from: "2025-01-04", to: "2025-05-02"),
    (from: "2025-02-23", to: "2025-05-08"),
    (from: "2025-03-08", to: "2025-06-13"),
    (from: "2025-11-01", to: "2025-11-03"),
    (from: "2025-01-05", to: "2025-12-31"),
    (from: "2026-01-03", to: "2026-01-09"),
    (from: "2026-01-04", to: "2026-12-31"),
    (from: "2027-02-20", to: "2027-02-22"),
    (from: "2027-01-02", to: "2027-11-05"),
    (from: "2027-01-03", to: "2027-12-31"),
  ]

  /// Days that the President made non-working with pay kept, which is not a day off.
  static let nonWorking: [(from: String, to: String, ground: String)] = [
    (from: "2020-03-30", to: "2020-04-03", ground: "Указ Президента от 25.03.2020 № 206"),
    (from: "2020-04-04", to: "2020-04-30", ground: "Указ Президента от 02.04.2020 № 239"),
    (from: "2020-05-06", to: "2020-05-08", ground: "Указ Президента от 28.04.2020 № 294"),
    (from: "2020-06-24", to: "2020-06-24", ground: "Указ Президента от 29.05.2020 № 345"),
    (from: "2020-07-01", to: "2020-07-01", ground: "Указ Президента от 01.06.2020 № 354"),
    (from: "2021-05-04", to: "2021-05-07", ground: "Указ Президента от 23.04.2021 № 242"),
    (from: "2021-10-30", to: "2021-11-03", ground: "Указ Президента от 20.10.2021 № 595"),
  ]
}
