import Bilingual
import CivilTime
import Testing

/// Terms of plans for 2018 to 2020, put in force on 20 August 2018.
private let phrases: [(phrase: String, reading: String)] = [
  (
    "в течение 10 (десяти) рабочих дней со дня получения запроса",
    "relative within 10 working-days after «получения запроса»"
  ),
  ("в течение 10 раб. дн. с даты подписания", "relative within 10 working-days after «подписания»"),
  (
    "в течение 3-х дней после утверждения плана",
    "relative within 3 days after «утверждения плана»"
  ),
  ("в двухнедельный срок", "relative within 2 weeks after «»"),
  (
    "в 10-дневный срок со дня вступления в силу",
    "relative within 10 days after «вступления в силу»"
  ),
  ("за 2 недели до начала мероприятия", "relative within 2 weeks before «начала мероприятия»"),
  (
    "не позднее 5 рабочих дней до даты проведения",
    "relative within 5 working-days before «даты проведения»"
  ),
  ("не менее чем за 10 дней до проведения", "relative at-least 10 days before «проведения»"),
  (
    "не позднее 10 дней со дня окончания отчетного периода",
    "relative within 10 days after «окончания отчетного периода»"
  ),
  ("после утверждения бюджета", "relative at-least 0 days after «утверждения бюджета»"),
  ("по окончании учебного года", "relative at-least 0 days after «окончании учебного года»"),
  ("по итогам конкурса", "relative at-least 0 days after «итогам конкурса»"),
  ("до начала отопительного сезона", "relative within 0 days before «начала отопительного сезона»"),
  ("в течении месяца", "relative within 1 months after «»"),
  ("в месячный срок со дня утверждения", "relative within 1 months after «утверждения»"),
  ("срочно", "relative within 3 days after «»"),
  ("в день поступления", "relative exactly 0 days after «поступления»"),
  ("не позднее следующего дня после поступления", "relative within 1 days after «поступления»"),
  (
    "не позднее следующего рабочего дня после поступления",
    "relative within 1 working-days after «поступления»"
  ),
  ("не позднее 3 рабочих дней", "relative within 3 working-days after «»"),
  (
    "в течение трех рабочих дней после поступления документов",
    "relative within 3 working-days after «поступления документов»"
  ),
  (
    "с момента подписания до 31.12.2018",
    "relative ..2018-12-31 at-least 0 days after «подписания»"
  ),
  (
    "в течение 10 дней со дня получения, но не позднее 25 декабря 2018 г.",
    "relative ..2018-12-25 within 10 days after «получения»"
  ),
  ("в десятидневный срок", "relative within 10 days after «»"),
  ("в течение двадцати пяти дней", "relative within 25 days after «»"),
  (
    "не ранее чем через 10 дней после опубликования",
    "relative at-least 10 days after «опубликования»"
  ),
  ("по окончании четверти", "relative at-least 0 days after «окончании четверти»"),
  ("в месячный срок после утверждения", "relative within 1 months after «утверждения»"),
  (
    "в течение месяца со дня утверждения плана",
    "relative within 1 months after «утверждения плана»"
  ),
  ("через месяц после начала", "relative exactly 1 months after «начала»"),
  ("в течение 5 дней", "relative within 5 days after «»"),
  (
    "в течение пяти рабочих дней со дня подписания",
    "relative within 5 working-days after «подписания»"
  ),
  ("в течение 1 рабочего дня", "relative within 1 working-days after «»"),
  (
    "до наступления купального сезона",
    "relative within 0 days before «наступления купального сезона»"
  ),
  ("сразу после утверждения", "relative at-least 0 days after «утверждения»"),
  ("по факту", "relative at-least 0 days after «факту»"),
  ("по итогам полугодия", "relative at-least 0 days after «итогам полугодия»"),
  ("по итогам 2018 года", "relative at-least 0 days after «итогам 2018 года»"),
  ("по завершении ремонта", "relative at-least 0 days after «завершении ремонта»"),
  ("в день проведения выборов", "relative exactly 0 days after «проведения выборов»"),
  (
    "не позднее 10 рабочих дней после окончания квартала",
    "relative within 10 working-days after «окончания квартала»"
  ),
  ("через 10 дней", "relative exactly 10 days after «»"),
  ("в 5-дневный срок с момента получения", "relative within 5 days after «получения»"),
  (
    "в течение 7 календарных дней с момента получения уведомления",
    "relative within 7 days after «получения уведомления»"
  ),
  ("в трехдневный срок", "relative within 3 days after «»"),
  (
    "в течение одного рабочего дня, следующего за днем поступления",
    "relative within 1 working-days after «поступления»"
  ),
  (
    "не позднее рабочего дня, следующего за днем получения",
    "relative within 1 working-days after «получения»"
  ),
  ("в срок не позднее 3 рабочих дней", "relative within 3 working-days after «»"),
  ("в срок, не превышающий 30 дней", "relative within 30 days after «»"),
  ("не более 30 дней", "relative within 30 days after «»"),
  ("не более 30 дней со дня регистрации", "relative within 30 days after «регистрации»"),
  ("до подписания договора", "relative within 0 days before «подписания договора»"),
  ("до принятия решения", "relative within 0 days before «принятия решения»"),
  ("до утверждения бюджета", "relative within 0 days before «утверждения бюджета»"),
  ("с момента утверждения", "relative at-least 0 days after «утверждения»"),
  ("со дня подписания", "relative at-least 0 days after «подписания»"),
  (
    "после завершения ремонта, но не позднее 1 сентября 2019",
    "relative ..2019-09-01 at-least 0 days after «завершения ремонта»"
  ),
  ("По окончании I полугодия", "relative at-least 0 days after «окончании I полугодия»"),
  ("по итогам каждой четверти", "relative at-least 0 days after «итогам каждой четверти»"),
  ("после каждой четверти", "relative at-least 0 days after «каждой четверти»"),
  ("в течение 3 месяцев", "relative within 3 months after «»"),
  ("в течение 5 дней, считая со дня получения", "relative within 5 days after «получения»"),
]

@Test(arguments: phrases)
func `Russian terms counted from events are read as their readers mean them`(
  phrase: String, reading: String
) throws {
  let span = try Period(edtf: "2018/2020")
  let context = TermContext(title: span, orderDate: CivilDate(iso: "2018-08-20"), span: span)
  let term = TermReader(context: context).read(phrase)
  #expect(term.summary == reading)
  #expect(!term.words.en.isEmpty)
  #expect(!term.words.ru.isEmpty)
}
