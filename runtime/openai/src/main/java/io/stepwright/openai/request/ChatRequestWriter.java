package io.stepwright.openai.request;

import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes the body of a chat completion. */
public final class ChatRequestWriter {

  private ChatRequestWriter() {}

  /**
   * A property of the body.
   *
   * @param name the name
   * @param value writes the value
   */
  private record Field(String name, Consumer<JsonOut> value) {}

  /**
   * Writes a request.
   *
   * @param tokenLimit the server's name for the limit of output tokens
   * @throws IllegalArgumentException if it is larger than 256 MiB besides media, or its temperature
   *     is no number
   */
  public static RequestBody body(ModelRequest request, String tokenLimit) {
    return body(fields(request, tokenLimit));
  }

  /**
   * Writes a request for an answer by server-sent events, with its usage in the end.
   *
   * @param tokenLimit the server's name for the limit of output tokens
   * @throws IllegalArgumentException as for {@link #body}
   */
  public static RequestBody streamedBody(ModelRequest request, String tokenLimit) {
    List<Field> fields = fields(request, tokenLimit);
    fields.add(new Field("stream", out -> out.raw("true")));
    fields.add(new Field("stream_options", out -> out.raw("{\"include_usage\":true}")));
    return body(fields);
  }

  private static RequestBody body(List<Field> fields) {
    JsonOut out = new JsonOut().beginObject();
    for (Field field : fields) {
      out.name(field.name());
      field.value().accept(out);
    }
    return out.endObject().body();
  }

  private static List<Field> fields(ModelRequest request, String tokenLimit) {
    List<Field> fields = new ArrayList<>(8);
    fields.add(new Field("model", out -> out.string(request.model())));
    fields.add(new Field("messages", out -> MessagesWriter.write(out, request.turns())));
    ModelRequest.Options options = request.options();
    if (!request.tools().isEmpty()) {
      fields.add(new Field("tools", out -> tools(out, request.tools())));
      if (options.toolChoice() != ToolChoice.AUTO) {
        String choice = options.toolChoice().name().toLowerCase(Locale.ROOT);
        fields.add(new Field("tool_choice", out -> out.string(choice)));
      }
    }
    ModelRequest.Schema schema = request.schema();
    if (schema != null) {
      SchemaTexts.requireObject(schema.name(), schema.json());
      fields.add(new Field("response_format", out -> schema(out, schema)));
    }
    if (!Double.isNaN(options.temperature())) {
      fields.add(new Field("temperature", out -> out.number(options.temperature())));
    }
    if (options.maxOutputTokens() > 0) {
      fields.add(new Field(tokenLimit, out -> out.number(options.maxOutputTokens())));
    }
    return fields;
  }

  /** Writes the schema as it is: models write properties in the order in which they read them. */
  private static void schema(JsonOut out, ModelRequest.Schema schema) {
    out.beginObject().name("type").string("json_schema").name("json_schema").beginObject();
    out.name("name").string(schema.name()).name("strict").raw("true");
    out.name("schema").raw(schema.json()).endObject().endObject();
  }

  private static void tools(JsonOut out, List<ToolSpec> tools) {
    out.beginArray();
    for (ToolSpec tool : tools) {
      SchemaTexts.requireObject(tool.name(), tool.parameters());
      out.beginObject().name("type").string("function").name("function").beginObject();
      out.name("name").string(tool.name()).name("description").string(tool.description());
      out.name("parameters").raw(tool.parameters()).name("strict").raw("true");
      out.endObject().endObject();
    }
    out.endArray();
  }
}
