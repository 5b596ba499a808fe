import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapModel

extension Roadmap {
  /// What a reminder says, as a sentence; `route` is that of the round it belongs to.
  func words(of reminder: Reminder, _ route: RouteIndex?, escalated: Bool) -> Text {
    let people = reminder.people.map { name($0) }.joined(separator: ", ")
    let told = reminder.people.isEmpty ? Text(en: "nobody", ru: "никому") : Text(verbatim: people)
    let deed =
      escalated
      ? Text(en: "escalated to \(told.en)", ru: "доведено до сведения (\(told.ru))")
      : Text(en: "reminded \(told.en)", ru: "напоминание (\(told.ru))")
    return deed.appending(Text(verbatim: ": ")).appending(matter(of: reminder, route))
  }

  private func matter(of reminder: Reminder, _ route: RouteIndex?) -> Text {
    let day = reminder.deadline.words
    switch reminder.cause {
    case .dueSoon: return Text(en: "due on \(day.en)", ru: "срок истекает \(day.ru)")
    case .overdue: return Text(en: "was due on \(day.en)", ru: "срок истёк \(day.ru)")
    case .stepLate:
      let step = reminder.place.map { title($0.step, route) } ?? "?"
      return Text(
        en: "«\(step)» was to be decided by \(day.en)", ru: "решение «\(step)» ждали до \(day.ru)")
    }
  }
}
