package io.stepwright.minilm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A WordPiece tokenizer by hand, as described in Devlin and others, BERT (2018), with its published
 * vocabulary. The native tokenizer is compared with it.
 */
final class ReferenceTokenizer {

  private static final int LONGEST_WORD = 100;

  private final Map<String, Long> vocabulary = new HashMap<>();

  ReferenceTokenizer() throws IOException {
    String name = "/" + Weights.QUANTISED.tokenizerResource();
    try (InputStream file = ReferenceTokenizer.class.getResourceAsStream(name);
        JsonParser json = new JsonFactory().createParser(file)) {
      while (!"vocab".equals(json.nextFieldName())) {
        // Skips everything but the vocabulary.
      }
      json.nextToken();
      for (String piece = json.nextFieldName(); piece != null; piece = json.nextFieldName()) {
        vocabulary.put(piece, json.nextLongValue(-1));
      }
    }
  }

  /** Returns the tokens' numbers, including start and end marks. */
  List<Long> tokenize(String text) {
    List<Long> ids = new ArrayList<>();
    ids.add(id("[CLS]"));
    for (String word : spaced(text).strip().split("\\s+")) {
      if (!word.isEmpty()) {
        pieces(word, ids);
      }
    }
    ids.add(id("[SEP]"));
    return ids;
  }

  /**
   * Returns the text cleaned, in lower case, without accents, with punctuation and Chinese
   * characters separated.
   */
  private static String spaced(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .filter(c -> !(c == 0 || c == 0xFFFD || isControl(c) || isSurrogate(c)))
        .forEach(c -> append(clean, isSpace(c) ? ' ' : c, isChinese(c)));
    String plain =
        Normalizer.normalize(clean.toString(), Normalizer.Form.NFD)
            .replaceAll("\\p{Mn}", "")
            .toLowerCase(Locale.ROOT);
    StringBuilder spaced = new StringBuilder();
    plain.codePoints().forEach(c -> append(spaced, c, isPunctuation(c)));
    return spaced.toString();
  }

  private static void append(StringBuilder to, int character, boolean alone) {
    if (alone) {
      to.append(' ').appendCodePoint(character).append(' ');
    } else {
      to.appendCodePoint(character);
    }
  }

  /** Adds the longest known piece first, then the longest of the rest. */
  private void pieces(String word, List<Long> ids) {
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      ids.add(id("[UNK]"));
      return;
    }
    List<Long> found = new ArrayList<>();
    int start = 0;
    while (start < word.length()) {
      int end = word.length();
      while (end > start && !vocabulary.containsKey(piece(word, start, end))) {
        end--;
      }
      if (end == start) {
        ids.add(id("[UNK]"));
        return;
      }
      found.add(id(piece(word, start, end)));
      start = end;
    }
    ids.addAll(found);
  }

  private static String piece(String word, int start, int end) {
    return (start == 0 ? "" : "##") + word.substring(start, end);
  }

  private long id(String token) {
    return vocabulary.get(token);
  }

  private static boolean isSpace(int c) {
    return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return !(c == '\t' || c == '\n' || c == '\r')
        && (type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.PRIVATE_USE
            || type == Character.UNASSIGNED);
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static boolean isChinese(int c) {
    return c >= 0x4E00 && c <= 0x9FFF
        || c >= 0x3400 && c <= 0x4DBF
        || c >= 0x20000 && c <= 0x2CEAF
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0x2F800 && c <= 0x2FA1F;
  }

  private static boolean isPunctuation(int c) {
    return c >= 33 && c <= 47
        || c >= 58 && c <= 64
        || c >= 91 && c <= 96
        || c >= 123 && c <= 126
        || Character.toString(c).matches("\\p{P}");
  }
}
