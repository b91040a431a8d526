package io.stepwright.wiring.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A regular expression in RE2 syntax, which searches a text in time linear in its length.
 * Immutable; a constant of the generated class. The processor has already checked that the
 * expression compiles.
 */
public final class TextPattern {

  private final Pattern pattern;

  private TextPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Compiles an expression. */
  public static TextPattern of(String pattern) {
    return new TextPattern(Pattern.compile(pattern));
  }

  /** Returns whether a text contains a match. */
  public boolean found(String text) {
    return pattern.matcher(text).find();
  }

  /**
   * Returns the value of the first match that can be converted and that the type of the value
   * accepts; empty if there is none.
   */
  public <T> Optional<T> first(String text, MatchReader<? extends T> reader) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      Optional<T> value = read(matcher, reader);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the values of all matches that can be converted and that the type of the value accepts,
   * in order.
   */
  public <T> List<T> all(String text, MatchReader<? extends T> reader) {
    List<T> values = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      TextPattern.<T>read(matcher, reader).ifPresent(values::add);
    }
    return List.copyOf(values);
  }

  private static <T> Optional<T> read(Matcher matcher, MatchReader<? extends T> reader) {
    try {
      return Optional.of(reader.read(new Match(matcher)));
    } catch (RuntimeException e) {
      return Optional.empty(); // A match that its constructor rejects is ignored.
    }
  }
}
