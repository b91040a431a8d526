package io.stepwright.it.providers;

import io.stepwright.openai.testing.Answer;
import io.stepwright.spi.StructuredOutput;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The manner of a server: its requirements, what it accepts and refuses, its answers and failures.
 */
final class Dialect {

  final String provider;
  final String path;
  final Map<String, String> settings = new LinkedHashMap<>();
  final Map<String, String> requiredHeaders = new LinkedHashMap<>();
  final Set<String> refusedFields = new TreeSet<>();
  final Set<String> refusedKeywords = new TreeSet<>();
  final Set<StructuredOutput> formats = EnumSet.allOf(StructuredOutput.class);
  final Map<Trouble, Answer> troubles = new EnumMap<>(Trouble.class);
  @Nullable String requiredQuery;
  String refusal =
      "{\"error\":{\"message\":\"Unsupported: %s\",\"type\":\"invalid_request_error\"}}";
  int refusalStatus = 400;
  boolean isIgnorant;
  Beside besideTools = Beside.ACCEPTED;
  boolean isFenced;
  String thoughts = "";
  UnaryOperator<String> body = whole -> whole;
  boolean hasParts;

  Dialect(String provider, String path) {
    this.provider = provider;
    this.path = path;
  }

  /** The reaction of a server to the form of an answer beside tools. */
  enum Beside {
    /** It does both. */
    ACCEPTED,
    /** It refuses the request. */
    REFUSED,
    /** It holds the model to the form, so that it calls no tool. */
    SILENCES_TOOLS
  }

  /** The key that the server accepts, if it needs one. */
  static final String KEY = "sk-canary-key-4711";

  Dialect keyIn(String header) {
    boolean bearer = header.equals("authorization");
    requiredHeaders.put(header, bearer ? "Bearer " + KEY : KEY);
    settings.put("api-key", KEY);
    return this;
  }

  Dialect setting(String key, String value) {
    settings.put(key, value);
    return this;
  }

  Dialect requiresHeader(String name, String value) {
    requiredHeaders.put(name, value);
    return this;
  }

  Dialect requiresQuery(String query) {
    requiredQuery = query;
    return this;
  }

  Dialect refusesFields(String... names) {
    refusedFields.addAll(Set.of(names));
    return this;
  }

  Dialect refusesKeywords(String... names) {
    refusedKeywords.addAll(Set.of(names));
    return this;
  }

  Dialect refusesFormat(StructuredOutput format) {
    formats.remove(format);
    return this;
  }

  /** Sets the body of an error about a part of the request. */
  Dialect refusesWith(int status, String format) {
    refusalStatus = status;
    refusal = format;
    return this;
  }

  /** Makes the server ignore the format of answers. */
  Dialect ignoresFormats() {
    isIgnorant = true;
    return this;
  }

  Dialect refusesFormatsBesideTools() {
    besideTools = Beside.REFUSED;
    return this;
  }

  Dialect callsNoToolsBesideFormats() {
    besideTools = Beside.SILENCES_TOOLS;
    return this;
  }

  Dialect fencesJson() {
    isFenced = true;
    return this;
  }

  Dialect thinksAloud(String text) {
    thoughts = text;
    return this;
  }

  Dialect answersInParts() {
    hasParts = true;
    return this;
  }

  Dialect changesBody(UnaryOperator<String> change) {
    body = change;
    return this;
  }

  Dialect failsBy(Trouble trouble, int status, String text) {
    troubles.put(trouble, Answer.raw(status, text));
    return this;
  }

  @Override
  public String toString() {
    return provider + path;
  }
}
