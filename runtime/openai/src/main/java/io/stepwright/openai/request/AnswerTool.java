package io.stepwright.openai.request;

import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ResultWithTools;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tool whose arguments are the answer, for servers that do not accept the form of an answer
 * beside tools. Only requests and replies on the wire have it. Immutable.
 *
 * @param name unlike that of any other tool of the request
 * @param schema the schema of the answer
 * @param only true if nothing else may be called, because the model has to answer now
 */
public record AnswerTool(String name, ModelRequest.Schema schema, boolean only) {

  private static final String NAME = "answer";
  private static final String DESCRIPTION =
      "Gives the answer to the user and ends the conversation. Call it alone, when no other tool is"
          + " needed any more. Do not answer in any other way.";

  /** Returns the tool for the answer to a request; null if the request does without one. */
  public static @Nullable AnswerTool of(ModelRequest request, RequestForm form) {
    ModelRequest.Schema schema = request.schema();
    if (schema == null
        || request.tools().isEmpty()
        || form.resultWithTools() != ResultWithTools.TOOL) {
      return null;
    }
    String name = NAME;
    for (int i = 2; isNamed(request.tools(), name); i++) {
      name = NAME + "_" + i;
    }
    return new AnswerTool(name, schema, request.options().toolChoice() == ToolChoice.NONE);
  }

  private static boolean isNamed(List<ToolSpec> tools, String name) {
    // Servers may take names for equal that differ in case.
    return tools.stream().anyMatch(tool -> tool.name().equalsIgnoreCase(name));
  }

  /** Returns the tools of the request: those that may be called, and this one as the last. */
  List<ToolSpec> after(List<ToolSpec> tools) {
    List<ToolSpec> all = new ArrayList<>(tools.size() + 1);
    if (!only) {
      all.addAll(tools);
    }
    all.add(new ToolSpec(name, DESCRIPTION, schema.json()));
    return all;
  }

  /** Writes the freedom to call tools: any of them, or this one. */
  void choice(JsonOut out) {
    if (!only) {
      out.string("required");
      return;
    }
    out.beginObject().name("type").string("function").name("function");
    out.beginObject().name("name").string(name).endObject().endObject();
  }

  /**
   * Returns a reply without this tool. A call of it is the answer, unless other tools are called
   * beside it: then the model wants their results, and answers anew when it has them.
   */
  public ModelReply read(ModelReply reply) {
    String answer = null;
    List<ToolCall> others = new ArrayList<>(reply.calls().size());
    for (ToolCall call : reply.calls()) {
      if (!call.name().equals(name)) {
        others.add(call);
      } else if (answer == null) {
        answer = call.arguments();
      }
    }
    if (answer == null) {
      return reply;
    }
    return others.isEmpty() || only ? reply.answering(answer) : reply.calling(others);
  }

  /** Leaves out the schema. */
  @Override
  public String toString() {
    return "AnswerTool[" + name + "]";
  }
}
