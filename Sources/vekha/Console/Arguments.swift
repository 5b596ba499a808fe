import ArgumentParser

extension ArgumentHelp {
  /// The argument that names a measure.
  static var measure: ArgumentHelp {
    help(
      en: "The measure, by its id or its full number.",
      ru: "Мероприятие: идентификатор или полный номер.")
  }

  /// The option that names a step.
  static var step: ArgumentHelp {
    help(
      en: "The step, where several wait for you.", ru: "Этап, если вашего решения ждут несколько.",
      valueName: "id")
  }

  /// The option that takes remarks.
  static var remarks: ArgumentHelp {
    help(en: "What you want to say with it.", ru: "Замечания.", valueName: "text")
  }
}
