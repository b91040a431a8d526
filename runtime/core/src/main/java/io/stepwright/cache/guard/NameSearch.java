package io.stepwright.cache.guard;

import java.util.Map;

/** Looks for a name in the other text, however it is written there. */
final class NameSearch {

  private static final Map<String, String> ALIASES =
      Lists.names(
          """
          uk = uk britain british gb
          usa = us usa america american
          eu = eu europe european
          uae = uae emirates
          tv = tv television
          bike = bike bicycle
          id = id identification
          app = app application
          phone = phone telephone
          pc = pc computer
          repo = repo repository
          db = db database
          js = js javascript
          ts = ts typescript
          k8s = k8s kubernetes
          postgres = postgres postgresql
          netherlands = netherlands dutch holland
          france = france french
          spain = spain spanish
          germany = germany german
          sweden = sweden swedish
          denmark = denmark danish
          poland = poland polish
          greece = greece greek
          portugal = portugal portuguese
          ireland = ireland irish
          england = england english
          scotland = scotland scottish
          wales = wales welsh
          turkey = turkey turkish
          switzerland = switzerland swiss
          china = china chinese
          """);

  private static final String[] ENDINGS = {"s", "n", "an", "ian", "ish", "ese", "y"};
  private static final int LONGEST_ACRONYM = 5;

  private NameSearch() {}

  /** Whether the word at an index of a text is in another one, in any case. */
  static boolean isIn(Words other, Words words, int at) {
    Word name = words.at(at);
    if (other.has(name.stem()) || isWritten(other, name.text())) {
      return true;
    }
    return isShortened(words, at, other) || isSpelledOut(other, name.text());
  }

  private static boolean isWritten(Words other, String name) {
    String alias = alias(name);
    for (int i = 0; i < other.size(); i++) {
      String text = other.text(i);
      if (text.equals(name)
          || alias.equals(alias(text))
          || isForm(text, name)
          || isJoined(other, i, name)) {
        return true;
      }
    }
    return false;
  }

  private static String alias(String name) {
    String alias = ALIASES.get(name);
    if (alias != null) {
      return alias;
    }
    String currency = Units.currency(name);
    return currency == null ? name : currency;
  }

  /** Australia and Australian, Germany and German. */
  private static boolean isForm(String text, String name) {
    return text.length() > name.length() ? isExtended(name, text) : isExtended(text, name);
  }

  private static boolean isExtended(String shorter, String longer) {
    if (shorter.length() < 4 || !longer.startsWith(shorter)) {
      return false;
    }
    for (String ending : ENDINGS) {
      if (longer.length() == shorter.length() + ending.length() && longer.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** "iPhone 15" and "iPhone15", "e-mail" and "email"; either text may have the pieces. */
  private static boolean isJoined(Words other, int at, String name) {
    String text = other.text(at);
    if (!name.startsWith(text) || name.length() == text.length()) {
      return false;
    }
    String joined = text + other.text(at + 1);
    return joined.equals(name) || (joined + other.text(at + 2)).equals(name);
  }

  /** Whether the name is a piece of a word of the other text, or of an acronym there. */
  private static boolean isShortened(Words words, int at, Words other) {
    for (int start = Math.max(0, at - LONGEST_ACRONYM + 1); start <= at; start++) {
      StringBuilder initials = new StringBuilder();
      StringBuilder joined = new StringBuilder();
      for (int end = start; end < Math.min(words.size(), start + LONGEST_ACRONYM); end++) {
        initials.append(words.text(end).charAt(0));
        joined.append(words.text(end));
        if (end >= at
            && initials.length() > 1
            && (isAcronym(other, initials) || (end - start < 3 && other.has(joined.toString())))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAcronym(Words other, StringBuilder initials) {
    for (Word word : other.list()) {
      if (word.shape() == Word.Shape.ACRONYM && word.text().contentEquals(initials)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the other text has the words that an acronym stands for. */
  private static boolean isSpelledOut(Words other, String acronym) {
    int length = acronym.length();
    if (length < 2 || length > LONGEST_ACRONYM) {
      return false;
    }
    for (int start = 0; start + length <= other.size(); start++) {
      int at = 0;
      while (at < length && other.text(start + at).charAt(0) == acronym.charAt(at)) {
        at++;
      }
      if (at == length) {
        return true;
      }
    }
    return false;
  }
}
