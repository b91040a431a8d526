package io.stepwright.benchmarks.cold;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Asks with the HTTP client of the JDK: a body in a string, and the parser of jackson-core. */
public final class Bare {

  static final String TICKET = "I want my money back";

  private static final String BODY =
      """
      {"model":"model","messages":[{"role":"user","content":"Which intent has this ticket: %s"}]}""";

  private Bare() {}

  /**
   * Asks and ends the JVM.
   *
   * @param arguments the base URL, the number of answers, and {@code plain} to do without an {@code
   *     SSLContext} and without a parser
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    boolean plain = arguments.length > 2;
    HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    if (plain) {
      builder.sslContext(NoTls.context());
    }
    HttpClient client = builder.build();
    int sum = 0;
    for (int i = Integer.parseInt(arguments[1]); i > 0; i--) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(arguments[0] + "/chat/completions"))
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer none")
              .POST(BodyPublishers.ofString(BODY.replace("%s", TICKET)))
              .build();
      byte[] answer = client.send(request, BodyHandlers.ofByteArray()).body();
      sum += plain ? found(answer) : urgency(answer);
    }
    System.out.println(sum);
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static int found(byte[] answer) {
    String text = new String(answer, StandardCharsets.UTF_8);
    String field = "urgency\\\":";
    return text.charAt(text.indexOf(field) + field.length()) - '0';
  }

  private static int urgency(byte[] answer) throws IOException {
    JsonFactory json = new JsonFactory();
    String content = "";
    try (JsonParser parser = json.createParser(answer)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME && parser.currentName().equals("content")) {
          content = parser.nextTextValue();
        }
      }
    }
    try (JsonParser parser = json.createParser(content)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME && parser.currentName().equals("urgency")) {
          return parser.nextIntValue(0);
        }
      }
    }
    throw new IOException("no urgency");
  }
}
