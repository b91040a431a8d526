package io.stepwright.minilm;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Splits a text into tokens. Thread-safe, except for {@link #close}. */
final class TextTokenizer implements AutoCloseable {

  /**
   * The maximum number of tokens that are read, start and end marks included: the length that the
   * model was trained with. The model would accept 256 or 512, but vectors of longer texts say less
   * and less.
   */
  static final int LIMIT = 128;

  /**
   * The number of characters that are tokenized at once. A megabyte costs the tokenizer 300 MB of
   * memory and half a second that cannot be interrupted.
   */
  static final int PIECE = 8_192;

  /** Truncation and padding are done here: files in circulation set 128 for both. */
  private static final Map<String, String> OPTIONS =
      Map.of("truncation", "false", "padding", "false");

  private final HuggingFaceTokenizer tokenizer;

  /** The tokens that represent no piece of a text. */
  private final Set<Long> special;

  private TextTokenizer(HuggingFaceTokenizer tokenizer, Set<Long> special) {
    this.tokenizer = tokenizer;
    this.special = special;
  }

  /**
   * Reads a {@code tokenizer.json}.
   *
   * @throws RuntimeException if it is not one
   */
  static TextTokenizer read(InputStream file) throws IOException {
    byte[] content = file.readAllBytes();
    return new TextTokenizer(
        HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(content), OPTIONS),
        TokenizerFile.special(content));
  }

  /**
   * Returns the tokens of a text. A text of more than {@link #PIECE} characters always counts as
   * truncated, and its tokens are counted piece by piece.
   *
   * @throws InterruptedException if the thread was interrupted while a long text was counted
   */
  Tokens tokenize(String text) throws InterruptedException {
    if (text.length() <= PIECE) {
      return whole(text);
    }
    int end = pieceEnd(text, 0);
    Encoding head = tokenizer.encode(text.substring(0, end), true, false);
    int total = head.getIds().length;
    while (end < text.length()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      int start = end;
      end = pieceEnd(text, start);
      total += tokenizer.encode(text.substring(start, end), false, false).getIds().length;
    }
    return beginning(head, total, true);
  }

  /** Returns the tokens of a text of at most {@link #PIECE} characters. */
  Tokens whole(String text) {
    Encoding encoding = tokenizer.encode(text, true, false);
    return beginning(encoding, encoding.getIds().length, false);
  }

  private Tokens beginning(Encoding encoding, int total, boolean cut) {
    long[] ids = encoding.getIds();
    boolean known = isKnown(ids, encoding.getSpecialTokenMask());
    long[] types = encoding.getTypeIds();
    long[] mask = encoding.getAttentionMask();
    if (ids.length <= LIMIT) {
      return new Tokens(ids, types, mask, total, cut, known);
    }
    int last = ids.length - 1;
    long[] first = Arrays.copyOf(ids, LIMIT);
    if (encoding.getSpecialTokenMask()[last] == 1) {
      first[LIMIT - 1] = ids[last];
    }
    return new Tokens(
        first, Arrays.copyOf(types, LIMIT), Arrays.copyOf(mask, LIMIT), total, true, known);
  }

  /** Tells whether there are pieces between the marks, and all are known. */
  private boolean isKnown(long[] ids, long[] marks) {
    boolean found = false;
    for (int i = 0; i < ids.length; i++) {
      if (marks[i] == 0) {
        if (special.contains(ids[i])) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  /**
   * Returns the end of a piece: between two words, where a cut changes no token, or within a word
   * that fills the piece.
   */
  private static int pieceEnd(String text, int start) {
    int end = start + PIECE;
    if (end >= text.length()) {
      return text.length();
    }
    for (int i = end; i > start; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }

  /** Frees the tokenizer, which must not be in use. */
  @Override
  public void close() {
    tokenizer.close();
  }
}
