import Bilingual

extension RecordShape {
  static let table = RecordShape(
    Noun(
      en: "a decision table", "decision tables",
      ru: "таблица решений", "таблицы решений", "таблиц решений"),
    keys: [
      .optional(
        .hit, .text, en: "which rows count: first, unique, any or collect",
        ru: "какие строки считаются: first, unique, any или collect"),
      .required(
        .when, .oneOrMore(.text), en: "what the columns ask, expressions in CEL",
        ru: "о чём спрашивают столбцы, выражения на CEL"),
      .required(
        .then, .text, en: "what the table gives: route or quorum",
        ru: "что даёт таблица: route (маршрут) или quorum (кворум)"),
      .required(
        .rows, .list(.record(.tableRow)), en: "the rows, in order", ru: "строки по порядку"),
    ])

  static let tableRow = RecordShape(
    Noun(
      en: "a row of a table", "rows",
      ru: "строка таблицы", "строки таблицы", "строк таблицы"),
    keys: [
      .required(
        .when, .oneOrMore(.text), en: "a cell for every column, such as `< 10` or `any`",
        ru: "ячейка для каждого столбца, например `< 10` или `any`"),
      .required(
        .then, .either(.text, .record(.quorumForm)), en: "the route or the quorum",
        ru: "маршрут или кворум"),
    ])

  static let tableUse = RecordShape(
    Noun(
      en: "the choice by a table", "choices by tables",
      ru: "выбор по таблице", "выбора по таблице", "выборов по таблицам"),
    keys: [
      .required(.table, .reference, en: "the table that chooses", ru: "таблица, которая выбирает")
    ]
  )
}
