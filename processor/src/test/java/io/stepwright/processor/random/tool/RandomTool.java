package io.stepwright.processor.random.tool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A random tool. It has the argument {@code n}, a number that decides about its outcome.
 *
 * @param name the name that models see
 * @param kind its kind
 * @param readOnly whether equal calls have equal results
 * @param bound the position of an argument that code binds, or -1
 * @param note whether it has an optional argument
 * @param calls the maximum number of calls; 0 if there is none
 * @param failing whether its exceptions fail the step
 * @param inner the tool that the model of this tool calls, or null
 */
record RandomTool(
    String name,
    Kind kind,
    boolean readOnly,
    int bound,
    boolean note,
    int calls,
    boolean failing,
    @Nullable String inner) {

  /** The kinds of tools. */
  enum Kind {
    CODE,
    OPTIONAL_CODE,
    EFFECT,
    VOID_EFFECT,
    APPROVED,
    MODEL
  }

  /** Tells whether its calls are executed after those of others, one after another. */
  boolean isEffect() {
    return kind == Kind.EFFECT || kind == Kind.VOID_EFFECT || kind == Kind.APPROVED;
  }

  /** The name of the method. */
  String method() {
    return name.replace('-', '_');
  }

  /** Writes the method. */
  String source() {
    List<String> properties = new ArrayList<>();
    if (!name.equals(method())) {
      properties.add("value = \"" + name + "\"");
    }
    if (readOnly) {
      properties.add("readOnly = true");
    }
    if (calls > 0) {
      properties.add("calls = " + calls);
    }
    if (failing) {
      properties.add("onError = OnError.FAIL");
    }
    List<String> parameters = new ArrayList<>();
    List<String> names = new ArrayList<>();
    parameters.add("int n");
    names.add("n");
    if (note) {
      parameters.add("Optional<String> note");
      names.add("note");
    }
    if (bound >= 0) {
      int position = Math.min(bound, parameters.size());
      parameters.add(position, "@From(\"subject.id\") String id");
      names.add(position, "id");
    }
    StringBuilder source = new StringBuilder("  /** Tool ").append(name).append(". */\n  @Tool(");
    source.append(String.join(", ", properties)).append(")");
    if (isEffect()) {
      source.append(" @SideEffect");
    }
    if (kind == Kind.APPROVED) {
      source.append(" @Approve(\"").append(name).append(" {{n}}?\")");
    }
    String list = String.join(", ", parameters);
    if (kind == Kind.MODEL) {
      if (inner != null) {
        source.append(" @Tools(value = \"").append(inner).append("\", turns = 2)");
      }
      return source
          .append("\n  @Model(\"inner-%s\") @Prompt(\"%s {{n}}".formatted(name, name))
          .append(bound >= 0 ? " {{id}}" : "")
          .append(note ? " {{note}}" : "")
          .append("\")\n  protected abstract String %s(%s);\n".formatted(method(), list))
          .toString();
    }
    String type =
        kind == Kind.OPTIONAL_CODE
            ? "Optional<String>"
            : kind == Kind.VOID_EFFECT ? "void" : "String";
    String call =
        "body.apply(\"%s\", Arrays.<Object>asList(%s))".formatted(name, String.join(", ", names));
    return source
        .append("\n  protected %s %s(%s) {\n".formatted(type, method(), list))
        .append(
            kind == Kind.VOID_EFFECT
                ? "    %s;\n".formatted(call)
                : "    return (%s) %s;\n".formatted(type, call))
        .append("  }\n")
        .toString();
  }
}
