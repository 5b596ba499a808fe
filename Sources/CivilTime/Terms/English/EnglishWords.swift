/// The words of English that the grammar knows.
enum EnglishWords {
  static let months: [String: Int] = {
    let names = [
      "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
      "august aug", "september sep sept", "october oct", "november nov", "december dec",
    ]
    var table: [String: Int] = [:]
    for (index, forms) in names.enumerated() {
      for form in forms.split(separator: " ") { table[String(form)] = index + 1 }
    }
    return table
  }()

  static let units: [String: CalendarUnit] = [
    "hour": .hour, "hours": .hour, "day": .day, "days": .day, "week": .week, "weeks": .week,
    "month": .month, "months": .month, "quarter": .quarter, "quarters": .quarter,
    "half": .half, "semester": .half, "semesters": .half, "year": .year, "years": .year,
    "fortnight": .week,
  ]

  static let numerals: [String: Int] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15,
    "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60, "ninety": 90,
  ]

  static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "1st": 1,
  ]

  static let weekdays: [String: Int] = [
    "monday": 1, "mondays": 1, "tuesday": 2, "tuesdays": 2, "wednesday": 3, "wednesdays": 3,
    "thursday": 4, "thursdays": 4, "friday": 5, "fridays": 5, "saturday": 6, "saturdays": 6,
    "sunday": 7, "sundays": 7,
  ]

  static let seasons: [String: Int] = [
    "spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4,
  ]

  static let adverbs: [String: Recurrence] = [
    "annually": Recurrence(.yearly), "yearly": Recurrence(.yearly),
    "quarterly": Recurrence(.monthly, every: 3), "monthly": Recurrence(.monthly),
    "weekly": Recurrence(.weekly), "fortnightly": Recurrence(.weekly, every: 2),
    "biennially": Recurrence(.yearly, every: 2), "daily": Recurrence(.daily),
    "semiannually": Recurrence(.monthly, every: 6), "biannually": Recurrence(.monthly, every: 6),
  ]
}
