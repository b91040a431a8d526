package io.stepwright.openai.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The body of a chat completion. Mutable, for one thread.
 *
 * <p>By default the text fits the schema of the request ({@link SchemaValues}), or is {@code "An
 * answer."}, and the usage counts words.
 */
public final class Completion {

  private static final JsonMapper JSON = new JsonMapper();

  private final ObjectNode body = JsonNodeFactory.instance.objectNode();
  private final ObjectNode choice;
  private final ObjectNode message;
  private final long promptTokens;

  private Completion(Received request) {
    JsonNode asked = request.json();
    body.put("id", "chatcmpl-test").put("object", "chat.completion").put("created", 0);
    body.put("model", asked.path("model").asText());
    choice = body.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop").putNull("logprobs");
    message = choice.putObject("message").put("role", "assistant").putNull("refusal");
    long words = 0;
    for (JsonNode each : asked.path("messages")) {
      words += words(each.path("content").asText());
    }
    promptTokens = words;
    JsonNode schema = request.schema();
    text(schema.isMissingNode() ? "An answer." : SchemaValues.of(schema).toString());
  }

  /** The default completion of a request. */
  public static Completion of(Received request) {
    return new Completion(request);
  }

  static String error(String type, String code) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error")
        .put("message", "An error of kind " + type)
        .put("type", type)
        .putNull("param")
        .put("code", code);
    return body.toString();
  }

  /** Sets the text, or null instead of one; the usage counts its words. */
  public Completion text(@Nullable String text) {
    message.put("content", text);
    return usage(promptTokens, text == null ? 0 : words(text));
  }

  /** Sets a refusal instead of a text. */
  public Completion refusal(String refusal) {
    text(null);
    message.put("refusal", refusal);
    return this;
  }

  /** Adds a call of a tool. */
  public Completion call(String id, String name, String arguments) {
    message
        .withArray("/tool_calls")
        .addObject()
        .put("id", id)
        .put("type", "function")
        .putObject("function")
        .put("name", name)
        .put("arguments", arguments);
    return this;
  }

  /** Sets the {@code finish_reason}. */
  public Completion finish(String reason) {
    choice.put("finish_reason", reason);
    return this;
  }

  /** Sets the usage. */
  public Completion usage(long prompt, long completion) {
    body.putObject("usage")
        .put("prompt_tokens", prompt)
        .put("completion_tokens", completion)
        .put("total_tokens", prompt + completion);
    return this;
  }

  /** Leaves out a property of the body, such as {@code usage}, {@code model} or {@code choices}. */
  public Completion without(String property) {
    body.remove(property);
    return this;
  }

  /** Returns the JSON. */
  @Override
  public String toString() {
    try {
      return JSON.writeValueAsString(body);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
