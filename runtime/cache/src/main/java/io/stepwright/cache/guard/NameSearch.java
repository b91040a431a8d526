package io.stepwright.cache.guard;

import io.stepwright.cache.guard.number.Units;
import io.stepwright.cache.guard.word.Lists;
import io.stepwright.cache.guard.word.Word;
import io.stepwright.cache.guard.word.Words;
import java.util.Map;
import java.util.Set;

/** Looks for a name in the other text, in any of its written forms. */
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

  /** Products that are known without the maker's name, by maker. */
  private static final Map<String, Set<String>> PRODUCTS =
      Map.of(
          "google", Lists.set("chrome gmail youtube android maps drive docs sheets"),
          "microsoft", Lists.set("excel word powerpoint outlook windows teams office azure edge"),
          "apple", Lists.set("iphone ipad ipod mac macbook itunes icloud safari siri"),
          "adobe", Lists.set("photoshop illustrator acrobat lightroom indesign"),
          "amazon", Lists.set("alexa kindle aws"),
          "mozilla", Lists.set("firefox thunderbird"),
          "sony", Lists.set("playstation"),
          "nintendo", Lists.set("switch wii"));

  private static final String[] ENDINGS = {"s", "n", "an", "ian", "ish", "ese", "y"};
  private static final int LONGEST_ACRONYM = 5;

  private NameSearch() {}

  /** Tells whether the word at an index of a text occurs in another one, in any case. */
  static boolean isIn(Words other, Words words, int at) {
    Word name = words.at(at);
    if (other.has(name.stem()) || isWritten(other, name.text()) || isMaker(words, at, other)) {
      return true;
    }
    return isShortened(words, at, other) || isSpelledOut(other, words, name.text());
  }

  /** Tells whether a word is the maker of the product after it: Google Chrome is Chrome. */
  private static boolean isMaker(Words words, int at, Words other) {
    Set<String> products = PRODUCTS.get(words.text(at));
    String next = words.text(at + 1);
    return products != null && products.contains(next) && other.has(words.stem(at + 1));
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

  /**
   * Tells whether two words are forms of one name: Australia and Australian, Germany and German.
   */
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

  /**
   * Tells whether words of one text form a name when joined: "iPhone 15" and "iPhone15", "e-mail"
   * and "email".
   */
  private static boolean isJoined(Words other, int at, String name) {
    String text = other.text(at);
    if (!name.startsWith(text) || name.length() == text.length()) {
      return false;
    }
    String joined = text + other.text(at + 1);
    return joined.equals(name) || (joined + other.text(at + 2)).equals(name);
  }

  /** Tells whether the name is part of a joined word or an acronym of the other text. */
  private static boolean isShortened(Words words, int at, Words other) {
    for (int start = Math.max(0, at - LONGEST_ACRONYM + 1); start <= at; start++) {
      StringBuilder initials = new StringBuilder();
      StringBuilder joined = new StringBuilder();
      for (int end = start; end < Math.min(words.size(), start + LONGEST_ACRONYM); end++) {
        initials.append(words.text(end).charAt(0));
        joined.append(words.text(end));
        if (end >= at
            && initials.length() > 1
            && ((isAcronym(other, initials) && !haveAll(other, words, start, end + 1))
                || (end - start < 3 && other.has(joined.toString())))) {
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

  /** Tells whether a text has all words of a part of another one. */
  private static boolean haveAll(Words words, Words other, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!words.has(other.stem(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether the other text spells an acronym out. Words that both texts have do not count: in
   * "an indoor dance in ID" the former is not the latter.
   */
  private static boolean isSpelledOut(Words other, Words words, String acronym) {
    int length = acronym.length();
    if (length < 2 || length > LONGEST_ACRONYM) {
      return false;
    }
    for (int start = 0; start + length <= other.size(); start++) {
      int at = 0;
      while (at < length && other.text(start + at).charAt(0) == acronym.charAt(at)) {
        at++;
      }
      if (at == length && !haveAll(words, other, start, start + length)) {
        return true;
      }
    }
    return false;
  }
}
