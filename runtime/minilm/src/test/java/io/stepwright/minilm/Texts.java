package io.stepwright.minilm;

import java.util.List;

/** Texts of many kinds. */
final class Texts {

  /** Texts of at most 128 tokens each. */
  static final List<String> SHORT =
      List.of(
          "",
          " \t\n ",
          "?",
          "a",
          "How do I cancel my subscription?",
          "HOW DO I CANCEL MY SUBSCRIPTION",
          "Track order 48213",
          "Track order 48231",
          "Transfer $1,250.75 from savings to current on 3 March.",
          "Don't cancel it; I've changed my mind!",
          "The invoice (no. 2026/117) isn't paid\u2014yet\u2026",
          "Caf\u00e9 na\u00efve fa\u00e7ade \u00dcbergr\u00f6\u00dfe \u0130stanbul",
          "Cafe\u0301 with a combining accent",
          "\u041a\u0430\u043a \u043e\u0442\u043c\u0435\u043d\u0438\u0442\u044c \u0437\u0430\u043a\u0430\u0437?",
          "\u03a0\u03bf\u03cd \u03b5\u03af\u03bd\u03b1\u03b9 \u03b7 \u03c0\u03b1\u03c1\u03b1\u03b3\u03b3\u03b5\u03bb\u03af\u03b1;",
          "\u5982\u4f55\u53d6\u6d88\u8ba2\u5355",
          "\u6ce8\u6587\u3092\u30ad\u30e3\u30f3\u30bb\u30eb\u3057\u305f\u3044",
          "\uc8fc\ubb38\uc744 \ucde8\uc18c\ud558\uace0 \uc2f6\uc5b4\uc694",
          "\u0643\u064a\u0641 \u0623\u0644\u063a\u064a \u0637\u0644\u0628\u064a\u061f",
          "\u0915\u094d\u092f\u093e \u092e\u0947\u0930\u093e \u0911\u0930\u094d\u0921\u0930 \u0906\u092f\u093e?",
          "great \ud83d\ude00 service \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
          "\ud83d\ude00",
          "zero\u0000width\u200bspace\ufeff and \u00a0no-break",
          "https://example.org/orders?id=48213&status=open#top",
          "x".repeat(101),
          "antidisestablishmentarianism ".repeat(8),
          "if (a < b && c[i] != 0) { return ~x ^ y | z; } // <html>&amp;",
          "line one\r\nline two\r\n\r\nline four");

  private Texts() {}

  /** Returns words that are one token each. */
  static String words(int count) {
    String[] words = {"order", "the", "book", "river", "seven", "cancel", "house", "light"};
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(words[i * 5 % 7]).append(' ');
    }
    return text.toString().strip();
  }
}
