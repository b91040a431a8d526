package io.stepwright.cache.guard.number;

import io.stepwright.cache.guard.word.Lists;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units and currencies by all their names. A unit is represented by its symbol. */
public final class Units {

  private static final Map<String, String> NAMES =
      Lists.names(
          """
          % = % percent pct percentage
          dollar = $ dollar dollars usd us$ buck bucks
          euro = € euro euros eur
          gbp = £ gbp pound pounds quid sterling
          yen = ¥ yen jpy
          inr = ₹ rupee rupees inr
          krw = ₩ krw
          rub = ₽ rouble roubles ruble rubles rub
          chf = chf franc francs
          cad = cad c$ ca$
          aud = aud a$ au$
          nzd = nzd nz$
          cny = cny yuan rmb renminbi
          sek = sek
          nok = nok
          dkk = dkk
          pln = pln zloty zlotys
          cent = ¢ cent cents
          penny = pence penny pennies
          am = am
          pm = pm
          ms = ms millisecond milliseconds millis
          us = µs μs microsecond microseconds
          ns = ns nanosecond nanoseconds
          second = s sec secs second seconds
          minute = min mins minute minutes
          hour = h hr hrs hour hours
          day = day days
          night = night nights
          week = wk wks week weeks
          fortnight = fortnight fortnights
          month = month months mth mths
          year = yr yrs year years
          decade = decade decades
          kg = kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes
          g = g gr gram grams gramme grammes
          mg = mg milligram milligrams milligramme milligrammes
          mcg = mcg µg μg microgram micrograms
          tonne = tonne tonnes ton tons
          lb = lb lbs
          oz = oz ounce ounces
          stone = stone
          l = l liter liters litre litres ltr
          ml = ml milliliter milliliters millilitre millilitres
          cl = cl centilitre centilitres centiliter centiliters
          gallon = gal gallon gallons
          pint = pint pints
          cup = cup cups
          tbsp = tbsp tablespoon tablespoons
          tsp = tsp teaspoon teaspoons
          km = km kms kilometer kilometers kilometre kilometres
          m = m meter meters metre metres
          cm = cm centimeter centimeters centimetre centimetres
          mm = mm millimeter millimeters millimetre millimetres
          mile = mi mile miles
          foot = ft foot feet
          inch = inch inches
          yard = yd yds yard yards
          mph = mph
          kmh = kmh kph
          c = c celsius centigrade
          f = f fahrenheit
          ° = ° degree degrees
          gb = gb gig gigs gigabyte gigabytes gib
          mb = mb megabyte megabytes meg megs mib
          kb = kb kilobyte kilobytes kib
          tb = tb terabyte terabytes tib
          byte = byte bytes
          bit = bit bits
          mbps = mbps
          gbps = gbps
          px = px pixel pixels
          w = w watt watts
          kw = kw kilowatt kilowatts
          kwh = kwh
          v = v volt volts
          mah = mah
          hz = hz hertz
          ghz = ghz
          mhz = mhz
          kcal = kcal calorie calories cal cals
          kj = kj
          time = x time times
          """);

  /** Letters that are a unit only directly behind the number, as in 20s or 5x. */
  private static final String ONLY_ATTACHED = "cfhsvwx";

  private static final Map<String, String> CURRENCIES =
      Map.of(
          "$", "dollar", "\u20AC", "euro", "\u00A3", "gbp", "\u00A5", "yen", "\u20B9", "inr",
          "\u20A9", "krw", "\u20BD", "rub");

  private Units() {}

  /** Returns the unit of that name, or null. */
  public static @Nullable String of(String word) {
    return NAMES.get(word);
  }

  /** Returns the unit of a word that is separate from its number, or null. */
  public static @Nullable String apart(String word) {
    return word.length() == 1 && ONLY_ATTACHED.contains(word) ? null : NAMES.get(word);
  }

  /** Returns the currency of a sign, or null. */
  public static @Nullable String sign(String word) {
    return CURRENCIES.get(word);
  }

  /** Returns the currency of a code or name, or null. */
  public static @Nullable String currency(String word) {
    String unit = NAMES.get(word);
    return unit == null
        ? null
        : switch (unit) {
          case "dollar", "euro", "gbp", "yen", "inr", "krw", "rub", "chf", "cad", "aud", "nzd" ->
              unit;
          case "cny", "sek", "nok", "dkk", "pln" -> unit;
          default -> null;
        };
  }
}
