package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.ResolvedTool;
import io.stepwright.processor.model.ResolvedTool.Argument;
import io.stepwright.processor.model.ResolvedTool.Bound;
import io.stepwright.processor.model.ResolvedTool.Chosen;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.processor.source.NameScope;
import io.stepwright.processor.source.TextLiterals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods that execute the calls of tools: one for each step, which finds the tool of a
 * call and binds the arguments that the step's parameters determine, and one for each tool, which
 * reads the arguments that a model chose and calls the method of the agent.
 */
final class ToolWriter {

  private final WiredAgent wired;
  private final AgentNames names;
  private final TypeNames types;
  private final JsonClass json;
  private final Map<String, String> handlers = new LinkedHashMap<>();
  private final Map<String, String> executions = new LinkedHashMap<>();

  ToolWriter(WiredAgent wired, AgentNames names, TypeNames types, JsonClass json) {
    this.wired = wired;
    this.names = names;
    this.types = types;
    this.json = json;
  }

  /**
   * Returns a step as it asks its model: with the conversation to continue and the tools that the
   * model may call, if there are any.
   *
   * @param handle the name of the step
   * @param locals the local variables of the method
   */
  CodeBlock asker(StepModel step, String handle, NameScope locals) {
    CodeBlock.Builder code = CodeBlock.builder().add("$L", handle);
    ParameterModel history = step.history();
    if (history != null) {
      code.add(
          history.optional() ? ".continuingOptional($L, $L)" : ".continuing($L, $L)",
          TextLiterals.of(history.name()),
          history.name());
    }
    if (!wired.tools(step).isEmpty()) {
      code.add(".tools($L, $L)", names.tools(step), handler(step, locals));
    }
    return code.build();
  }

  private CodeBlock handler(StepModel step, NameScope locals) {
    List<ParameterModel> used = used(step);
    if (used.isEmpty()) {
      String method = isOnlyTool(step) ? execution(wired.tools(step).get(0).tool()) : handler(step);
      return CodeBlock.of("this::$L", method);
    }
    String call = locals.take("call");
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$L", call));
    used.forEach(parameter -> arguments.add(CodeBlock.of("$L", parameter.name())));
    return CodeBlock.of("$L -> $L($L)", call, handler(step), CodeBlock.join(arguments, ", "));
  }

  /** Returns whether the step offers one tool, whose method needs nothing of the step. */
  private boolean isOnlyTool(StepModel step) {
    return wired.tools(step).size() == 1 && used(step).isEmpty();
  }

  private String handler(StepModel step) {
    return handlers.computeIfAbsent(
        step.id(), unseen -> names.methods().take(step.method().name() + "Tools"));
  }

  private String execution(ToolModel tool) {
    return executions.computeIfAbsent(
        tool.listed(), unseen -> names.methods().take(tool.method().name() + "Tool"));
  }

  /** Returns the parameters of a step that determine arguments of its tools. */
  private List<ParameterModel> used(StepModel step) {
    Set<String> used =
        wired.tools(step).stream()
            .flatMap(tool -> tool.bound().stream())
            .map(PromptModel.Slot::parameter)
            .collect(Collectors.toSet());
    return step.method().parameters().stream()
        .filter(parameter -> used.contains(parameter.name()))
        .toList();
  }

  /** Returns all methods. */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    for (StepModel step : wired.agent().answered()) {
      if (!wired.tools(step).isEmpty() && !isOnlyTool(step)) {
        methods.add(selection(step));
      }
    }
    ToolConstants.offered(wired).forEach(tool -> methods.add(execution(tool)));
    return methods;
  }

  /** Returns the method that finds the tool of a call of a step's model. */
  private MethodSpec selection(StepModel step) {
    List<ParameterModel> parameters = used(step);
    NameScope locals =
        new NameScope(parameters.stream().map(ParameterModel::name).collect(Collectors.toSet()));
    String call = locals.take("call");
    MethodSpec.Builder method = head(handler(step), call);
    Methods.addParameters(parameters, types, method);
    CodeBlock.Builder code = CodeBlock.builder().add("return switch ($L.tool()) {\n", call);
    for (ResolvedTool tool : wired.tools(step)) {
      List<CodeBlock> arguments = new ArrayList<>();
      arguments.add(CodeBlock.of("$L", call));
      for (Argument argument : tool.arguments()) {
        if (argument instanceof Bound bound) {
          arguments.add(bound(call, bound));
        }
      }
      code.add(
          "case $L -> $L($L);\n",
          TextLiterals.of(tool.tool().name()),
          execution(tool.tool()),
          CodeBlock.join(arguments, ", "));
    }
    return method.addCode(code.add("default -> throw $L.unknown();\n};\n", call).build()).build();
  }

  private CodeBlock bound(String call, Bound bound) {
    return CodeBlock.of(
        "$L.bound($L, $L, $L)",
        call,
        TextLiterals.of(bound.parameter().name()),
        new SlotValues().of(bound.slot()),
        json.encoders().encoder(bound.slot().shape()));
  }

  /** Returns the method that executes a call of a tool. */
  private MethodSpec execution(ResolvedTool tool) {
    Set<String> variables = new LinkedHashSet<>();
    tool.arguments().forEach(argument -> variables.add(argument.parameter().name()));
    NameScope locals = new NameScope(variables);
    String call = locals.take("call");
    MethodSpec.Builder method = head(execution(tool.tool()), call);
    for (Argument argument : tool.arguments()) {
      if (argument instanceof Bound bound) {
        method.addParameter(Methods.parameter(bound.parameter(), types).build());
      }
    }
    for (Argument argument : tool.arguments()) {
      if (argument instanceof Chosen chosen) {
        declare(chosen, call, locals.taken(), method);
      }
    }
    return method
        .addStatement("return $L.$L", asked(tool, call, locals, method), run(tool, locals))
        .build();
  }

  private void declare(Chosen chosen, String call, Set<String> locals, MethodSpec.Builder method) {
    ParameterModel parameter = chosen.parameter();
    Shape.Maybe maybe = chosen.shape() instanceof Shape.Maybe optional ? optional : null;
    Shape shape = maybe == null ? chosen.shape() : maybe.value();
    method.addStatement(
        "$T $L = $L.$L($L, $L)",
        types.of(parameter.type()),
        parameter.name(),
        call,
        maybe == null ? "argument" : "optionalArgument",
        TextLiterals.of(parameter.name()),
        json.decoders().beside(locals).argument(shape));
  }

  /** Returns a call with the question for the person who approves it, if it needs an approval. */
  private CodeBlock asked(
      ResolvedTool tool, String call, NameScope locals, MethodSpec.Builder method) {
    if (tool.question() == null) {
      return CodeBlock.of("$L", call);
    }
    Message message = Message.of(tool.question());
    SlotValues values = new SlotValues();
    locals.avoid(TypeNames.LIBRARY_ROOTS);
    values.declare(message.slots(), types, locals, method);
    CallChain chain = message.filled(names.question(tool.tool()), values, json.encoders());
    if (chain.isEmpty()) {
      return CodeBlock.of("$L.asking($L)", call, chain.expression());
    }
    String question = locals.take("question");
    chain.declare(question, method);
    return CodeBlock.of("$L.asking($L)", call, question);
  }

  private CodeBlock run(ResolvedTool tool, NameScope locals) {
    List<CodeBlock> arguments = new ArrayList<>();
    tool.arguments()
        .forEach(argument -> arguments.add(CodeBlock.of("$L", argument.parameter().name())));
    Shape result = tool.result();
    CodeBlock code =
        CodeBlock.of("$L($L)", method(tool.tool(), locals), CodeBlock.join(arguments, ", "));
    return result == null
        ? CodeBlock.of("perform(() -> $L)", code)
        : CodeBlock.of("run(() -> $L, $L)", code, json.encoders().encoder(result));
  }

  private String method(ToolModel tool, NameScope locals) {
    String method = tool.method().name();
    if (tool.facade() == null) {
      // A method named yield cannot be called by its simple name (JLS 3.9).
      return method.equals("yield") ? "this.yield" : method;
    }
    String facade = names.facade(tool.facade());
    return (locals.taken().contains(facade) ? "this." : "") + facade + "." + method;
  }

  private static MethodSpec.Builder head(String name, String call) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE)
        .returns(Wiring.TOOL_DONE)
        .addException(Exception.class)
        .addParameter(Wiring.TOOL_USE, call);
  }
}
