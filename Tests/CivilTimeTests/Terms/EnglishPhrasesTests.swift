import Bilingual
import CivilTime
import Testing

/// Terms of plans for 2018 to 2020, with no order.
private let phrases: [(phrase: String, reading: String)] = [
  ("by 15 October 2018", "deadline ..2018-10-15"),
  ("no later than 15 October 2018", "deadline ..2018-10-15"),
  ("by October 15, 2018", "deadline ..2018-10-15"),
  ("before 15 October 2018", "deadline ..2018-10-14"),
  ("until 15 October 2018", "deadline ..2018-10-15"),
  ("until October 2018", "deadline ..2018-09-30"),
  ("by the end of August 2019", "deadline ..2019-08-31"),
  ("by end of 2018", "deadline ..2018-12-31"),
  ("by Q3 2018", "deadline ..2018-09-30"),
  ("Q3 2018", "interval 2018-07-01..2018-09-30"),
  ("Q3-Q4 2018", "interval 2018-07-01..2018-12-31"),
  ("third quarter of 2018", "interval 2018-07-01..2018-09-30"),
  ("first half of 2019", "interval 2019-01-01..2019-06-30"),
  ("H1 2019", "interval 2019-01-01..2019-06-30"),
  ("September–October 2018", "interval 2018-09-01..2018-10-31"),
  ("September - October 2018", "interval 2018-09-01..2018-10-31"),
  ("from September to October 2018", "interval 2018-09-01..2018-10-31"),
  ("from 1 to 30 April 2019", "interval 2019-04-01..2019-04-30"),
  ("1-30 April 2019", "interval 2019-04-01..2019-04-30"),
  ("December–January 2019", "interval 2018-12-01..2019-01-31"),
  ("from 15 October 2018 to 20 January 2019", "interval 2018-10-15..2019-01-20"),
  ("between May and June 2019", "interval 2019-05-01..2019-06-30"),
  (
    "within 10 working days of receipt of the request",
    "relative within 10 working-days after «receipt of the request»"
  ),
  ("within 10 business days after the order", "relative within 10 working-days after «the order»"),
  ("within 30 days", "relative within 30 days after «»"),
  (
    "no later than 2 weeks before the start of the exam",
    "relative within 2 weeks before «the start of the exam»"
  ),
  ("30 days after publication", "relative exactly 30 days after «publication»"),
  ("at least 10 days before the event", "relative at-least 10 days before «the event»"),
  ("immediately after approval", "relative within 0 days after «approval»"),
  ("after approval of the budget", "relative at-least 0 days after «approval of the budget»"),
  ("upon completion of the works", "relative at-least 0 days after «completion of the works»"),
  ("on the day of the meeting", "relative exactly 0 days after «the meeting»"),
  ("annually", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY"),
  ("every year", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY"),
  ("every quarter", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=3"),
  ("quarterly", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=3"),
  ("once a year", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY"),
  ("twice a year", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY x2"),
  ("at least once a quarter", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=3 x1+"),
  ("not less than 2 times per year", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY x2+"),
  ("every 2 weeks", "recurring 2018-01-01..2020-12-31 FREQ=WEEKLY;INTERVAL=2"),
  ("every other month", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=2"),
  ("every Monday", "recurring 2018-01-01..2020-12-31 on FREQ=WEEKLY;BYDAY=MO"),
  ("the last Friday of each month", "recurring 2018-01-01..2020-12-31 on FREQ=MONTHLY;BYDAY=-1FR"),
  ("on Mondays and Fridays", "recurring 2018-01-01..2020-12-31 on FREQ=WEEKLY;BYDAY=MO,FR"),
  ("by the 25th of each month", "recurring 2018-01-01..2020-12-31 by FREQ=MONTHLY;BYMONTHDAY=25"),
  (
    "by the 10th of the month following the reporting quarter",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"
  ),
  (
    "by 1 February of the year following the reporting year",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1"
  ),
  (
    "quarterly, by the 10th day of the following month",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"
  ),
  ("annually by 1 March", "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"),
  (
    "annually in September",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1"
  ),
  (
    "every September",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1"
  ),
  (
    "each year in May",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1"
  ),
  (
    "by 1 March each year",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"
  ),
  ("as needed", "on-demand"),
  ("when necessary", "on-demand"),
  ("on request", "on-demand"),
  (
    "if required, annually, no later than 30 April",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30 on-demand"
  ),
  ("throughout the programme", "continuous 2018-01-01..2020-12-31"),
  ("throughout the project period", "continuous 2018-01-01..2020-12-31"),
  ("ongoing", "continuous 2018-01-01..2020-12-31"),
  ("continuously", "continuous 2018-01-01..2020-12-31"),
  ("in accordance with the regional order", "external papers(regional order)"),
  ("according to the annual plan", "external papers(annual plan)"),
  ("as per the schedule", "external papers(schedule)"),
  ("annually according to the plan", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY papers(plan)"),
  ("during 2019", "interval 2019-01-01..2019-12-31"),
  ("during the year", "interval ?(2018 2019 2020 2018/2020)"),
  ("in the 2018/19 academic year", "interval 2018-09-01..2019-08-31"),
  ("during the school year 2018/2019", "interval 2018-09-01..2019-08-31"),
  ("2018-2020", "interval 2018-01-01..2020-12-31"),
  ("for 2018-2020", "span 2018-01-01..2020-12-31"),
  ("15 October 2018", "point 2018-10-15..2018-10-15"),
  ("October 15th, 2018", "point 2018-10-15..2018-10-15"),
  ("15/10/2018", "point 2018-10-15..2018-10-15"),
  ("10/11/2018", "none ?()"),
  ("10/15/2018", "none ?()"),
  ("Oct 2018", "interval 2018-10-01..2018-10-31"),
  ("Sept. 2018", "interval 2018-09-01..2018-09-30"),
  ("October", "interval ?(2018-10 2019-10 2020-10)"),
  ("by 15 October", "deadline ?(../2018-10-15 ../2019-10-15 ../2020-10-15)"),
  ("mid-October 2018", "interval 2018-10-11..2018-10-20"),
  ("early 2019", "interval 2019-01-01..2019-04-30"),
  ("summer 2019", "interval 2019-06-01..2019-08-31"),
  ("winter 2018", "interval ?(2017-12/2018-02 2018-12/2019-02)"),
  (
    "14 September and 5 October 2013",
    "list 2013-09-14..2013-10-05 [point 2013-09-14..2013-09-14 | point 2013-10-05..2013-10-05]"
  ),
  (
    "1, 15 October 2018",
    "list 2018-10-01..2018-10-15 [point 2018-10-01..2018-10-01 | point 2018-10-15..2018-10-15]"
  ),
  (
    "by 15 July 2006, 15 October 2006 and 15 January 2007",
    "list ..2007-01-15 [deadline ..2006-07-15 | deadline ..2006-10-15 | deadline ..2007-01-15]"
  ),
  (
    "May 2018, 2019 and 2020",
    "list 2018-05-01..2020-05-31 [interval 2018-05-01..2018-05-31 | interval 2019-05-01..2019-05-31 | interval 2020-05-01..2020-05-31]"
  ),
  (
    "September 2018; then annually",
    "composite [interval 2018-09-01..2018-09-30 | recurring 2018-01-01..2020-12-31 FREQ=YEARLY]"
  ),
  ("starting from September 2018", "interval 2018-09-01.."),
  ("since 2018", "interval 2018-01-01.."),
  ("no earlier than 1 May 2019", "interval 2019-05-01.."),
  ("by 5 pm on 15 October 2018", "deadline ..2018-10-15"),
  ("by 31 September 2018", "deadline ?()"),
  ("phase 1: 2018", "interval 2018-01-01..2018-12-31"),
  ("tentatively 20 September 2018", "point 2018-09-20..2018-09-20"),
  ("before the heating season", "relative within 0 days before «heating season»"),
  ("during the bathing season", "interval ?()"),
  ("weekly from 26 August 2013 to 20 October 2013", "recurring 2013-08-26..2013-10-20 FREQ=WEEKLY"),
  (
    "monthly from September to May",
    "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;BYMONTH=1,2,3,4,5,9,10,11,12"
  ),
  (
    "within three (3) months of the date of signing",
    "relative within 3 months after «the date of signing»"
  ),
  ("within a month", "relative within 1 months after «»"),
  ("end of October 2018", "interval 2018-10-21..2018-10-31"),
  ("31 December 2018 inclusive", "point 2018-12-31..2018-12-31"),
  ("as soon as possible", "none ?()"),
  ("TBD", "none ?()"),
  ("daily", "recurring 2018-01-01..2020-12-31 FREQ=DAILY"),
  ("bi-weekly", "recurring 2018-01-01..2020-12-31 FREQ=WEEKLY ?()"),
]

@Test(arguments: phrases)
func `English terms are read as their readers mean them`(phrase: String, reading: String) throws {
  let span = try Period(edtf: "2018/2020")
  let context = TermContext(title: span, orderDate: nil, span: span)
  let term = TermReader(context: context).read(phrase)
  #expect(term.summary == reading)
  #expect(!term.words.en.isEmpty)
  #expect(!term.words.ru.isEmpty)
}
