package io.stepwright.openai.request;

import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.SchemaKeywords;
import io.stepwright.spi.StructuredOutput;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.ToolSpec;
import io.stepwright.spi.Turn;
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
   * @throws IllegalArgumentException if it is larger than 256 MiB besides media, or its temperature
   *     is no number
   */
  public static RequestBody body(ModelRequest request, RequestForm form) {
    return body(fields(request, form), request, form);
  }

  /**
   * Writes a request for an answer by server-sent events, with its usage in the end.
   *
   * @throws IllegalArgumentException as for {@link #body}
   */
  public static RequestBody streamedBody(ModelRequest request, RequestForm form) {
    List<Field> fields = fields(request, form);
    fields.add(new Field("stream", out -> out.raw("true")));
    fields.add(new Field("stream_options", out -> out.raw("{\"include_usage\":true}")));
    return body(fields, request, form);
  }

  private static RequestBody body(List<Field> fields, ModelRequest request, RequestForm form) {
    String alias = request.options().body();
    ExtraFields extra =
        form.body() == null && alias == null ? null : ExtraFields.of(form.body(), alias);
    JsonOut out = new JsonOut().beginObject();
    for (Field field : fields) {
      if (extra == null || !extra.replaces(field.name())) {
        out.name(field.name());
        field.value().accept(out);
      }
    }
    if (extra != null) {
      extra.write(out);
    }
    return out.endObject().body();
  }

  private static List<Field> fields(ModelRequest request, RequestForm form) {
    List<Field> fields = new ArrayList<>(8);
    fields.add(new Field("model", out -> out.string(request.model())));
    fields.add(new Field("messages", out -> MessagesWriter.write(out, turns(request, form))));
    ModelRequest.Options options = request.options();
    ModelRequest.Schema schema = request.schema();
    if (schema != null) {
      SchemaTexts.requireObject(schema.name(), schema.json());
    }
    AnswerTool answer = AnswerTool.of(request, form);
    if (answer != null) {
      fields.add(new Field("tools", out -> tools(out, answer.after(request.tools()), form)));
      fields.add(new Field("tool_choice", answer::choice));
    } else if (!request.tools().isEmpty()) {
      fields.add(new Field("tools", out -> tools(out, request.tools(), form)));
      if (options.toolChoice() != ToolChoice.AUTO) {
        String choice = options.toolChoice().name().toLowerCase(Locale.ROOT);
        fields.add(new Field("tool_choice", out -> out.string(choice)));
      }
    }
    if (schema != null && answer == null && form.structuredOutput() != StructuredOutput.PROMPT) {
      fields.add(new Field("response_format", out -> format(out, schema, form)));
    }
    if (!Double.isNaN(options.temperature())) {
      fields.add(new Field("temperature", out -> out.number(options.temperature())));
    }
    if (options.maxOutputTokens() > 0) {
      fields.add(new Field(form.tokenLimit(), out -> out.number(options.maxOutputTokens())));
    }
    return fields;
  }

  private static List<Turn> turns(ModelRequest request, RequestForm form) {
    ModelRequest.Schema schema = request.schema();
    return schema == null
            || form.structuredOutput() == StructuredOutput.JSON_SCHEMA
            || AnswerTool.of(request, form) != null
        ? request.turns()
        : SchemaInstructions.before(request.turns(), schema);
  }

  private static void format(JsonOut out, ModelRequest.Schema schema, RequestForm form) {
    out.beginObject().name("type");
    if (form.structuredOutput() == StructuredOutput.JSON_OBJECT) {
      out.string("json_object").endObject();
      return;
    }
    out.string("json_schema").name("json_schema").beginObject();
    out.name("name").string(schema.name()).name("strict").raw("true");
    out.name("schema").raw(accepted(schema.json(), form)).endObject().endObject();
  }

  /**
   * Returns a schema in its order: models write properties in the order in which they read them.
   */
  private static String accepted(String schema, RequestForm form) {
    return form.keywords() == SchemaKeywords.ALL ? schema : BasicSchemas.of(schema);
  }

  private static void tools(JsonOut out, List<ToolSpec> tools, RequestForm form) {
    out.beginArray();
    for (ToolSpec tool : tools) {
      SchemaTexts.requireObject(tool.name(), tool.parameters());
      out.beginObject().name("type").string("function").name("function").beginObject();
      out.name("name").string(tool.name()).name("description").string(tool.description());
      out.name("parameters").raw(accepted(tool.parameters(), form)).name("strict").raw("true");
      out.endObject().endObject();
    }
    out.endArray();
  }
}
