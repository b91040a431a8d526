package io.stepwright.examples.traveldesk;

import java.util.Map;

/** The regulations that the desk knows. */
final class Regulations {

  private static final Map<String, String> BY_COUNTRY =
      Map.of(
          "PT", "Citizens of the EU need an identity card. Citizens of the US need a passport.",
          "DE", "Citizens of the EU need an identity card. Citizens of the US need a passport.",
          "IN", "Everybody needs a visa, which is issued on the web within three days.");

  private Regulations() {}

  static String of(String passport, String country) {
    String text = BY_COUNTRY.get(country);
    if (text == null) {
      throw new IllegalArgumentException("no regulation for the passport " + passport);
    }
    return text;
  }
}
