package io.stepwright.openaijava;

import com.openai.core.ClientOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.QueryParams;
import io.stepwright.openai.client.Secrets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the headers and query parameters of a client, which may tell who sends a request. */
final class SenderFields {

  /** The names of headers by which the library describes itself and the machine. */
  private static final Set<String> DESCRIPTIONS =
      Set.of(
          "x-stainless-arch",
          "x-stainless-kotlin-version",
          "x-stainless-lang",
          "x-stainless-os",
          "x-stainless-os-version",
          "x-stainless-package-version",
          "x-stainless-runtime",
          "x-stainless-runtime-version");

  private static final String USER_AGENT = "user-agent";

  /** The library's own value, which changes with its version. */
  private static final Pattern OWN_AGENT = Pattern.compile("\\w+/Java [\\w.+-]+");

  private SenderFields() {}

  /** Returns the values of each header and parameter, without those that the library adds. */
  static SortedMap<String, List<String>> of(ClientOptions options) {
    SortedMap<String, List<String>> fields = new TreeMap<>();
    Headers headers = options.headers();
    for (String name : headers.names()) {
      List<String> values = headers.values(name);
      if (!isOfLibrary(name, values)) {
        fields.put("header " + name.toLowerCase(Locale.ROOT), values);
      }
    }
    QueryParams query = options.queryParams();
    for (String name : query.keys()) {
      fields.put("parameter " + name, query.values(name));
    }
    return fields;
  }

  /** Returns the secrets that all requests hold. */
  static Secrets secrets(ClientOptions options, Credentials credentials) {
    Secrets secrets = new Secrets(credentials.key());
    Headers headers = options.headers();
    for (String name : headers.names()) {
      List<String> values = headers.values(name);
      if (!isOfLibrary(name, values)) {
        values.forEach(secrets::addHeader);
      }
    }
    QueryParams query = options.queryParams();
    for (String name : query.keys()) {
      query.values(name).forEach(value -> secrets.addParameter(name, value));
    }
    return secrets;
  }

  private static boolean isOfLibrary(String name, List<String> values) {
    String folded = name.toLowerCase(Locale.ROOT);
    return DESCRIPTIONS.contains(folded)
        || (folded.equals(USER_AGENT)
            && values.stream().allMatch(value -> OWN_AGENT.matcher(value).matches()));
  }
}
