package io.stepwright.it.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.openai.testing.SchemaValues;
import io.stepwright.spi.StructuredOutput;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server on loopback that speaks a dialect. */
final class DialectServer implements AutoCloseable {

  static final String TEXT = "A fine review.";

  private static final JsonMapper JSON = new JsonMapper();

  private final Dialect dialect;
  private final ModelServer server = ModelServer.http();

  DialectServer(Dialect dialect) {
    this.dialect = dialect;
    server.answer(this::answer);
  }

  /** Returns the base URL of the API. */
  String baseUrl() {
    return "http://127.0.0.1:" + server.port() + dialect.path;
  }

  /** Returns the number of requests so far. */
  int count() {
    return server.count();
  }

  private Answer answer(Received request) {
    if (!request.path().equals(dialect.path + "/chat/completions")
        || (dialect.requiredQuery != null && !dialect.requiredQuery.equals(request.query()))) {
      return Answer.raw(404, "{\"detail\":\"Not Found\"}");
    }
    for (Map.Entry<String, String> required : dialect.requiredHeaders.entrySet()) {
      if (!required.getValue().equals(request.header(required.getKey()))) {
        Answer wrong = dialect.troubles.get(Trouble.WRONG_KEY);
        return wrong == null ? Answer.raw(401, "no " + required.getKey()) : wrong;
      }
    }
    String refused = refused(request.json());
    if (refused != null) {
      return Answer.raw(dialect.refusalStatus, dialect.refusal.replace("%s", refused));
    }
    for (Map.Entry<Trouble, Answer> trouble : dialect.troubles.entrySet()) {
      if (request.prompt().contains(trouble.getKey().trigger())) {
        return trouble.getValue();
      }
    }
    return Answer.raw(200, dialect.body.apply(completion(request.json())));
  }

  /** Returns the part of a request that the server refuses, or null. */
  private @Nullable String refused(JsonNode request) {
    for (String field : dialect.refusedFields) {
      if (request.has(field)) {
        return field;
      }
    }
    String format = request.path("response_format").path("type").asText();
    for (StructuredOutput output : StructuredOutput.values()) {
      boolean isIt = format.equals(output.name().toLowerCase(Locale.ROOT));
      if (isIt && !dialect.formats.contains(output)) {
        return "response_format";
      }
    }
    if (format.equals("json_object") && !request.path("messages").toString().contains("JSON")) {
      return "json_object without the word JSON";
    }
    if (!format.isEmpty()
        && request.has("tools")
        && dialect.besideTools == Dialect.Beside.REFUSED) {
      return "response_format with tools";
    }
    String keyword = refusedKeyword(request.path("response_format"));
    return keyword == null ? refusedKeyword(request.path("tools")) : keyword;
  }

  private @Nullable String refusedKeyword(JsonNode schema) {
    for (Iterator<Map.Entry<String, JsonNode>> fields = schema.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      if (dialect.refusedKeywords.contains(field.getKey())) {
        return field.getKey();
      }
      String inside = refusedKeyword(field.getValue());
      if (inside != null) {
        return inside;
      }
    }
    return null;
  }

  private String completion(JsonNode request) {
    JsonNode schema = schema(request);
    boolean enforced = request.has("response_format") && !dialect.isIgnorant;
    JsonNode called = called(request);
    String text = schema == null ? TEXT : value(schema);
    if (schema != null && !enforced && dialect.isFenced) {
      text = "```json\n" + text + "\n```";
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", "c-1").put("object", "chat.completion");
    body.put("model", request.path("model").asText());
    ObjectNode choice = body.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop").put("native_finish_reason", "end_turn");
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    if (called != null) {
      choice.put("finish_reason", "tool_calls");
      message.putNull("content");
      ObjectNode call = message.putArray("tool_calls").addObject();
      call.put("id", "call-" + server.count()).put("type", "function");
      call.putObject("function")
          .put("name", called.path("name").asText())
          .put("arguments", value(called.path("parameters")));
    } else if (dialect.hasParts) {
      var parts = message.putArray("content");
      parts.addObject().put("type", "thinking").putArray("thinking").addObject().put("text", "Hm.");
      parts.addObject().put("type", "text").put("text", text);
    } else {
      message.put("content", dialect.thoughts + text).put("reasoning_content", "Hm.");
    }
    body.putObject("usage").put("prompt_tokens", 5).put("completion_tokens", 3);
    return body.toString();
  }

  /**
   * Returns the function that the model calls: the first one, until there is a result; then the one
   * that it is forced to call, or the last one if it has to call any. Null if it answers.
   */
  private @Nullable JsonNode called(JsonNode request) {
    JsonNode tools = request.path("tools");
    JsonNode choice = request.path("tool_choice");
    boolean silenced =
        request.has("response_format") && dialect.besideTools == Dialect.Beside.SILENCES_TOOLS;
    if (tools.isEmpty() || choice.asText().equals("none") || silenced) {
      return null;
    }
    JsonNode forced = choice.at("/function/name");
    for (JsonNode tool : tools) {
      if (tool.at("/function/name").equals(forced)) {
        return tool.path("function");
      }
    }
    if (!request.path("messages").toString().contains("\"role\":\"tool\"")) {
      return tools.path(0).path("function");
    }
    return choice.asText().equals("required")
        ? tools.path(tools.size() - 1).path("function")
        : null;
  }

  private static String value(JsonNode schema) {
    return SchemaValues.of(schema).toString().replace("some day", "2026-01-31");
  }

  /** Returns the schema of the answer, wherever the request has it; null if there is none. */
  private @Nullable JsonNode schema(JsonNode request) {
    JsonNode told = request.at("/response_format/json_schema/schema");
    if (!told.isMissingNode() && !dialect.isIgnorant) {
      return told;
    }
    JsonNode first = request.path("messages").path(0);
    String text = first.path("content").asText();
    if (!first.path("role").asText().equals("system") || !text.contains("JSON Schema")) {
      return null;
    }
    try {
      return JSON.readTree(text.substring(text.indexOf("\n") + 1).split("\n\n", 2)[0]);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the schema is not JSON", e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
