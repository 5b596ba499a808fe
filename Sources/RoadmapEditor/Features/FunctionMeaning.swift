import Bilingual

/// What the functions and macros of expressions do, in a few words.
enum FunctionMeaning {
  /// What the function or macro `name` gives; `nil` for those whose names say it.
  static func of(_ name: String) -> Text? { meanings[name] }

  private static let meanings: [String: Text] = [
    "all": Text(
      en: "whether the condition holds for every element",
      ru: "верно ли условие для каждого элемента"),
    "exists": Text(
      en: "whether the condition holds for some element",
      ru: "верно ли условие хотя бы для одного элемента"),
    "exists_one": Text(
      en: "whether the condition holds for exactly one element",
      ru: "верно ли условие ровно для одного элемента"),
    "existsOne": Text(
      en: "whether the condition holds for exactly one element",
      ru: "верно ли условие ровно для одного элемента"),
    "filter": Text(
      en: "the elements for which the condition holds",
      ru: "элементы, для которых верно условие"),
    "map": Text(
      en: "the value for each element",
      ru: "значение для каждого элемента"),
    "has": Text(
      en: "whether a field is set",
      ru: "задано ли поле"),
    "sortBy": Text(
      en: "the elements in the order of their keys",
      ru: "элементы в порядке их ключей"),
    "transformList": Text(
      en: "a list of a value for each index and element",
      ru: "список значений для каждого номера и элемента"),
    "transformMap": Text(
      en: "a map with another value under each key",
      ru: "словарь с другими значениями под теми же ключами"),
    "transformMapEntry": Text(
      en: "a map of other keys and values",
      ru: "словарь с другими ключами и значениями"),
    "optMap": Text(
      en: "the value, where there is one, put into an expression",
      ru: "выражение от значения, если оно есть"),
    "optFlatMap": Text(
      en: "the same for an expression that may have no value",
      ru: "то же для выражения, у которого может не быть значения"),
    "size": Text(
      en: "how many characters, octets or elements there are",
      ru: "сколько знаков, байтов или элементов"),
    "contains": Text(
      en: "whether the text has another one in it",
      ru: "есть ли в тексте другой текст"),
    "startsWith": Text(
      en: "whether the text begins with another one",
      ru: "начинается ли текст с другого"),
    "endsWith": Text(
      en: "whether the text ends with another one",
      ru: "кончается ли текст другим"),
    "matches": Text(
      en: "whether a part of the text matches the regular expression",
      ru: "подходит ли часть текста под регулярное выражение"),
    "charAt": Text(
      en: "the character at a position, from 0",
      ru: "знак на месте, считая от 0"),
    "indexOf": Text(
      en: "the position of the first occurrence, or -1",
      ru: "место первого вхождения или -1"),
    "lastIndexOf": Text(
      en: "the position of the last occurrence, or -1",
      ru: "место последнего вхождения или -1"),
    "join": Text(
      en: "the texts of a list as one, with another between them",
      ru: "тексты списка подряд, через разделитель"),
    "split": Text(
      en: "the parts of the text between separators",
      ru: "части текста между разделителями"),
    "substring": Text(
      en: "the characters from a position up to another",
      ru: "знаки от одного места до другого"),
    "replace": Text(
      en: "the text with another in place of a part",
      ru: "текст, в котором часть заменена другой"),
    "trim": Text(
      en: "the text without blanks at its ends",
      ru: "текст без пробелов по краям"),
    "lowerAscii": Text(
      en: "the text with Latin letters in lower case",
      ru: "текст со строчными латинскими буквами"),
    "upperAscii": Text(
      en: "the text with Latin letters in upper case",
      ru: "текст с прописными латинскими буквами"),
    "reverse": Text(
      en: "the characters or elements from the last to the first",
      ru: "знаки или элементы в обратном порядке"),
    "format": Text(
      en: "the text with values in place of `%s`, `%d` and the like",
      ru: "текст со значениями на местах `%s`, `%d` и подобных"),
    "strings.quote": Text(
      en: "the text in quotes, safe to print",
      ru: "текст в кавычках, который можно напечатать"),
    "distinct": Text(
      en: "the list without repetitions",
      ru: "список без повторов"),
    "flatten": Text(
      en: "the elements of the lists in the list",
      ru: "элементы вложенных списков подряд"),
    "slice": Text(
      en: "the elements from a position up to another",
      ru: "элементы от одного места до другого"),
    "sort": Text(
      en: "the elements in order",
      ru: "элементы по порядку"),
    "first": Text(
      en: "the first element, if there is one",
      ru: "первый элемент, если он есть"),
    "last": Text(
      en: "the last element, if there is one",
      ru: "последний элемент, если он есть"),
    "lists.range": Text(
      en: "the numbers from 0 up to another",
      ru: "числа от 0 до данного"),
    "sets.contains": Text(
      en: "whether the first list has every element of the second",
      ru: "есть ли в первом списке все элементы второго"),
    "sets.equivalent": Text(
      en: "whether both lists have the same elements",
      ru: "одни ли и те же элементы в обоих списках"),
    "sets.intersects": Text(
      en: "whether the lists have an element in common",
      ru: "есть ли у списков общий элемент"),
    "bool": Text(
      en: "a truth value from a text",
      ru: "логическое значение из текста"),
    "bytes": Text(
      en: "octets of a text",
      ru: "байты текста"),
    "double": Text(
      en: "a floating-point number from another value",
      ru: "дробное число из другого значения"),
    "int": Text(
      en: "a whole number from another value",
      ru: "целое число из другого значения"),
    "uint": Text(
      en: "a whole number without a sign",
      ru: "целое число без знака"),
    "string": Text(
      en: "the value as text",
      ru: "значение как текст"),
    "duration": Text(
      en: "a span of time, such as `duration(\"36h\")`",
      ru: "промежуток времени, например `duration(\"36h\")`"),
    "timestamp": Text(
      en: "a moment, such as `timestamp(\"2018-10-15T00:00:00Z\")`",
      ru: "момент, например `timestamp(\"2018-10-15T00:00:00Z\")`"),
    "type": Text(
      en: "the type of a value",
      ru: "тип значения"),
    "dyn": Text(
      en: "the value, its type left unchecked",
      ru: "значение без проверки типа"),
    "getFullYear": Text(
      en: "the year of a moment",
      ru: "год момента"),
    "getMonth": Text(
      en: "the month of a moment, from 0",
      ru: "месяц момента, считая от 0"),
    "getDate": Text(
      en: "the day of the month, from 1",
      ru: "день месяца, считая от 1"),
    "getDayOfMonth": Text(
      en: "the day of the month, from 0",
      ru: "день месяца, считая от 0"),
    "getDayOfWeek": Text(
      en: "the day of the week, from 0 for Sunday",
      ru: "день недели, считая от 0 для воскресенья"),
    "getDayOfYear": Text(
      en: "the day of the year, from 0",
      ru: "день года, считая от 0"),
    "getHours": Text(
      en: "the hours",
      ru: "часы"),
    "getMinutes": Text(
      en: "the minutes",
      ru: "минуты"),
    "getSeconds": Text(
      en: "the seconds",
      ru: "секунды"),
    "getMilliseconds": Text(
      en: "the thousandths of a second",
      ru: "тысячные доли секунды"),
    "math.abs": Text(
      en: "the number without its sign",
      ru: "число без знака"),
    "math.ceil": Text(
      en: "the least whole number that is not less",
      ru: "наименьшее целое, не меньшее данного"),
    "math.floor": Text(
      en: "the greatest whole number that is not greater",
      ru: "наибольшее целое, не большее данного"),
    "math.round": Text(
      en: "the nearest whole number",
      ru: "ближайшее целое"),
    "math.trunc": Text(
      en: "the number without its fraction",
      ru: "число без дробной части"),
    "math.greatest": Text(
      en: "the greatest of the numbers",
      ru: "наибольшее из чисел"),
    "math.least": Text(
      en: "the least of the numbers",
      ru: "наименьшее из чисел"),
    "math.sign": Text(
      en: "the sign: -1, 0 or 1",
      ru: "знак числа: -1, 0 или 1"),
    "math.sqrt": Text(
      en: "the square root",
      ru: "квадратный корень"),
    "math.isFinite": Text(
      en: "whether the number is finite",
      ru: "конечно ли число"),
    "math.isInf": Text(
      en: "whether the number is infinite",
      ru: "бесконечно ли число"),
    "math.isNaN": Text(
      en: "whether it is no number",
      ru: "верно ли, что это не число"),
    "math.bitAnd": Text(
      en: "the bits that both numbers have",
      ru: "общие биты двух чисел"),
    "math.bitOr": Text(
      en: "the bits that either number has",
      ru: "биты, которые есть хотя бы в одном из чисел"),
    "math.bitXor": Text(
      en: "the bits that one of the numbers has",
      ru: "биты, которые есть ровно в одном из чисел"),
    "math.bitNot": Text(
      en: "the bits that the number does not have",
      ru: "биты, которых нет в числе"),
    "math.bitShiftLeft": Text(
      en: "the bits moved to the left",
      ru: "биты со сдвигом влево"),
    "math.bitShiftRight": Text(
      en: "the bits moved to the right",
      ru: "биты со сдвигом вправо"),
    "optional.of": Text(
      en: "a value that is there",
      ru: "значение, которое есть"),
    "optional.ofNonZeroValue": Text(
      en: "a value that is there unless it is empty",
      ru: "значение, которое есть, если оно не пустое"),
    "optional.none": Text(
      en: "no value",
      ru: "отсутствие значения"),
    "optional.unwrap": Text(
      en: "the values that are there",
      ru: "значения, которые есть"),
    "unwrapOpt": Text(
      en: "the values that are there",
      ru: "значения, которые есть"),
    "hasValue": Text(
      en: "whether there is a value",
      ru: "есть ли значение"),
    "value": Text(
      en: "the value; an error where there is none",
      ru: "значение; ошибка, если его нет"),
    "or": Text(
      en: "the other where there is no value",
      ru: "другое, если значения нет"),
    "orValue": Text(
      en: "the value, or another where there is none",
      ru: "значение или другое, если его нет"),
    "regex.extract": Text(
      en: "the first part that matches, if there is one",
      ru: "первая подходящая часть, если она есть"),
    "regex.extractAll": Text(
      en: "all parts that match",
      ru: "все подходящие части"),
    "regex.replace": Text(
      en: "the text with other text in place of what matches",
      ru: "текст, в котором подходящее заменено"),
    "base64.encode": Text(
      en: "octets as Base64",
      ru: "байты в Base64"),
    "base64.decode": Text(
      en: "octets from Base64",
      ru: "байты из Base64"),
    "ip": Text(
      en: "an IP address from a text",
      ru: "IP-адрес из текста"),
    "isIP": Text(
      en: "whether the text is an IP address",
      ru: "является ли текст IP-адресом"),
    "cidr": Text(
      en: "a range of IP addresses from a text",
      ru: "диапазон IP-адресов из текста"),
    "isCIDR": Text(
      en: "whether the text is a range of IP addresses",
      ru: "является ли текст диапазоном IP-адресов"),
  ]
}
