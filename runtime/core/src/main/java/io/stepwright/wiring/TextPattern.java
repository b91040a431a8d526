package io.stepwright.wiring;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A regular expression in RE2 syntax, found in a text in time proportional to its length.
 * Immutable; a constant of the generated class, which was compiled once by the processor already.
 */
public final class TextPattern {

  private final Pattern pattern;

  private TextPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** The expression of a pattern. */
  public static TextPattern of(String pattern) {
    return new TextPattern(Pattern.compile(pattern));
  }

  /** Whether it is found. */
  public boolean found(String text) {
    return pattern.matcher(text).find();
  }

  /**
   * The value of the first match whose text can be converted, to a value that its type accepts;
   * empty if there is none.
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

  /** The values of all matches of that kind, in their order. */
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
      return Optional.empty(); // A constructor that refuses a match says that it is none.
    }
  }
}
