public import Bilingual

extension StoreError {
  /// What happened, and what to do where something can be done.
  public var text: Text {
    switch category {
    case .missing: missingText
    case .fault: faultText
    case .busy: busyText
    case .refused: refusedText
    }
  }

  private var missingText: Text {
    switch self {
    case .unreadable(let path, let detail):
      Text(
        en: "the store `\(path)` cannot be opened: \(detail)",
        ru: "не удаётся открыть хранилище `\(path)`: \(detail)")
    case .missing(let path):
      Text(en: "there is no store at `\(path)`", ru: "по пути `\(path)` хранилища нет")
    default: unnamed
    }
  }

  private var busyText: Text {
    guard case .busy(let seconds) = self else { return unnamed }
    let whole = Int(seconds.rounded(.up).clamped(to: 0...1_000_000))
    let waited = CountedNoun(
      en: "second", "seconds", ru: "секунду", "секунды", "секунд")(whole)
    return Text(
      en: "others kept the store busy for \(waited.en); nothing was written this time, try again",
      ru: "хранилище было занято \(waited.ru); на этот раз ничего не записано, повторите")
  }

  private var faultText: Text {
    switch self {
    case .notOurs(let path):
      Text(en: "`\(path)` is not a store of Vekha", ru: "`\(path)` — не хранилище Вехи")
    case .newerSchema(let found, let known):
      Text(
        en: "the store has version \(found), this program knows versions up to \(known): update it",
        ru: "версия хранилища — \(found), программа знает версии до \(known): обновите её")
    case .orphanedLog(let path):
      Text(
        en: "`\(path)` is the log of a store that is gone: restore the store or move the log away",
        ru: "`\(path)` — журнал пропавшего хранилища: восстановите его или уберите этот файл")
    case .corrupt(let what):
      Text(en: "the store is damaged: ", ru: "хранилище повреждено: ").appending(what)
    case .readOnly(let path):
      Text(
        en: "the store `\(path)` can be read but not written",
        ru: "хранилище `\(path)` доступно только для чтения")
    case .full:
      Text(
        en:
          "no space is left for the store; nothing was written this time, free some and try again",
        ru: "для хранилища нет места; на этот раз ничего не записано, освободите его и повторите")
    default: deviceText
    }
  }

  private var deviceText: Text {
    switch self {
    case .ioError(.notWritten, let detail):
      Text(
        en: "the store's disk failed (\(detail)); nothing was written this time",
        ru: "сбой диска хранилища (\(detail)); на этот раз ничего не записано")
    case .ioError(.unknown, let detail):
      Text(
        en: "the store's disk failed at the commit (\(detail)): whether it was written is "
          + "unknown; repeat the command with the same request id, it will not be done twice",
        ru: "сбой диска при фиксации (\(detail)): записано ли, неизвестно; повторите команду "
          + "с тем же идентификатором запроса, дважды она не выполнится")
    case .stopped:
      Text(
        en: "the disk failed under an earlier write, so nothing more is written: open the store "
          + "again and repeat with the same request id",
        ru: "при прежней записи был сбой диска, больше ничего не пишется: откройте хранилище "
          + "заново и повторите с тем же идентификатором запроса")
    case .unsafeSetting(let name, let expected, let found):
      Text(
        en: "the store is not durable: `\(name)` is `\(found)`, it must be `\(expected)`",
        ru: "хранилище ненадёжно: `\(name)` равно `\(found)`, а должно быть `\(expected)`")
    case .tooLarge:
      Text(
        en: "this is more than a store can keep in one piece; nothing was written",
        ru: "это больше, чем хранилище может сохранить одним куском; ничего не записано")
    case .unexpected(let detail):
      Text(en: "the store failed: \(detail)", ru: "сбой хранилища: \(detail)")
    default: unnamed
    }
  }

  private var refusedText: Text {
    switch self {
    case .nameTaken(let name):
      Text(en: "there is already a run named `\(name)`", ru: "исполнение `\(name)` уже есть")
    case .badName(let name):
      Text(
        en: "a run cannot be named `\(name)`: 1 to 200 bytes without control characters",
        ru: "имя исполнения `\(name)` не годится: от 1 до 200 байт без управляющих символов")
    case .noFirstEvent:
      Text(en: "a journal begins with an event", ru: "журнал начинается с события")
    case .noSuchJournal(let id):
      Text(en: "there is no journal `\(id)`", ru: "нет журнала `\(id)`")
    case .noSuchDefinition(let digest):
      Text(en: "there is no definition `\(digest)`", ru: "нет определения `\(digest)`")
    case .noSuchContent(let digest):
      Text(en: "there is no content `\(digest)`", ru: "нет содержимого `\(digest)`")
    case .requestReused(let request):
      Text(
        en: "the request `\(request)` was used for another command",
        ru: "запрос `\(request)` уже использован для другой команды")
    case .conflict(let actual):
      Text(
        en: "the journal has changed: it has \(Self.event(actual).en) now",
        ru: "журнал изменился: теперь в нём \(Self.event(actual).ru)")
    default: unnamed
    }
  }

  private var unnamed: Text { Text(verbatim: "\(self)") }

  private static func event(_ count: EventNumber) -> Text {
    CountedNoun(en: "event", "events", ru: "событие", "события", "событий")(Int(clamping: count))
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    isNaN ? range.lowerBound : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
