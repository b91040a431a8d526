package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.CacheKeyModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.RegexModel;
import io.stepwright.processor.model.ResolvedCheck;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.ValueModel;
import io.stepwright.processor.source.NameScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the methods of one step: the override that runs it alone when it is called as a method,
 * and for a model step the method that asks the model.
 */
final class StepWriter {

  private final AgentModel agent;
  private final AgentNames names;
  private final TypeNames types;
  private final Encoders encoders;
  private final CacheKeyWriter keys;
  private final CallArguments overloads;
  private final ToolWriter tools;
  private final @Nullable StepBridges bridges;

  StepWriter(
      AgentModel agent,
      AgentNames names,
      TypeNames types,
      Encoders encoders,
      CallArguments overloads,
      ToolWriter tools) {
    this.agent = agent;
    this.names = names;
    this.types = types;
    this.encoders = encoders;
    this.keys = new CacheKeyWriter(encoders);
    this.overloads = overloads;
    this.tools = tools;
    this.bridges = null;
  }

  private StepWriter(StepWriter outer, StepBridges bridges) {
    this.agent = outer.agent;
    this.names = outer.names;
    this.types = outer.types;
    this.encoders = outer.encoders;
    this.keys = outer.keys;
    this.overloads = outer.overloads;
    this.tools = outer.tools;
    this.bridges = bridges;
  }

  /** Returns a writer for bodies in a nested class of the generated class. */
  StepWriter inside(StepBridges bridges) {
    return new StepWriter(this, bridges);
  }

  /**
   * Returns a value as an argument of a step's method, cast if the method is overloaded.
   *
   * @param given the type of the value
   * @param wanted the type of the parameter
   */
  CodeBlock argument(StepModel step, CodeBlock value, TypeRef given, TypeRef wanted) {
    return overloads.of(step.method().name(), value, given, wanted);
  }

  /**
   * Returns the execution of a step, as the body of a lambda.
   *
   * @param step the step
   * @param handle the name of the lambda's parameter
   * @param arguments the values of the step's own parameters
   */
  CodeBlock body(StepModel step, String handle, List<CodeBlock> arguments) {
    List<CodeBlock> all = new ArrayList<>(arguments);
    if (step.isAbstract()) {
      all.add(0, CodeBlock.of("$L", handle));
      String method = (bridges == null ? "" : bridges.outer()) + names.answer(step);
      return CodeBlock.of("$L($L)", method, CodeBlock.join(all, ", "));
    }
    CodeBlock call = CodeBlock.of("$L($L)", code(step), CodeBlock.join(all, ", "));
    return step.returned().future() ? CodeBlock.of("$L.await($L)", handle, call) : call;
  }

  /** Returns the override of the step's method. */
  MethodSpec direct(StepModel step) {
    List<String> parameters =
        step.method().parameters().stream().map(ParameterModel::name).toList();
    String handle = new NameScope(parameters).take("step");
    CodeBlock body =
        body(step, handle, parameters.stream().map(name -> CodeBlock.of("$L", name)).toList());
    CodeBlock run =
        CodeBlock.of("$T.constructed($L, $L)", Wiring.WIRING, names.wiring(), names.branch(step));
    MethodSpec.Builder method = Methods.override(step.method(), types);
    ValueModel value = step.returned();
    if (value.none()) {
      method.addStatement("$L.directAction($L, $L -> $L)", run, names.branch(step), handle, body);
      if (value.future()) {
        method.addStatement("return $T.completedFuture(null)", CompletableFuture.class);
      }
    } else if (value.future()) {
      method.addStatement(
          "return $T.completedFuture($L.direct($L, $L -> $L))",
          CompletableFuture.class,
          run,
          names.branch(step),
          handle,
          body);
    } else {
      method.addStatement("return $L.direct($L, $L -> $L)", run, names.branch(step), handle, body);
    }
    return method.build();
  }

  /**
   * Returns the method that answers an abstract step, which searches the text and then asks the
   * model, followed by the methods that compose a very long prompt.
   *
   * @param prompt the prompt, or null if there is none
   * @param regex the regular expression, or null
   * @param cacheKey the cache key, or null
   * @param checks the checks of the result
   */
  List<MethodSpec> answer(
      StepModel step,
      @Nullable PromptModel prompt,
      @Nullable RegexModel regex,
      @Nullable CacheKeyModel cacheKey,
      List<ResolvedCheck> checks) {
    List<String> parameters =
        step.method().parameters().stream().map(ParameterModel::name).toList();
    NameScope locals = new NameScope(parameters);
    locals.avoid(TypeNames.LIBRARY_ROOTS);
    String handle = locals.take(prompt == null ? Methods.UNUSED : "step");
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.answer(step))
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Wiring.STEP, handle);
    Methods.returns(step.method(), types, method);
    Methods.addParameters(step.method().parameters(), types, method);
    String question =
        new CheckWriter(types.boxed(step.method().returnType()), checks, overloads)
            .declare(names.branch(step), locals, method);
    if (regex != null) {
      boolean mayBeNull =
          step.method().parameters().stream()
              .filter(parameter -> parameter.name().equals(regex.on().parameter()))
              .anyMatch(parameter -> parameter.nullness().mayBeNull());
      CodeBlock search =
          new RegexWriter(types, locals.take("it"))
              .search(regex, mayBeNull, names.regex(step), locals.take("match"));
      if (prompt == null) {
        return List.of(method.addStatement("return $L", search).build());
      }
      TypeName found =
          ParameterizedTypeName.get(
              ClassName.get(Optional.class), types.boxed(regex.result().type()));
      String local = locals.take("found");
      CodeBlock present = CodeBlock.of("$L.isPresent()", local);
      CodeBlock accepted =
          checks.isEmpty()
              ? present
              : CodeBlock.of("$L && $L.accepts($L, $L.get())", present, handle, question, local);
      method
          .addStatement("$T $L = $L", found, local, search)
          .beginControlFlow("if ($L)", accepted)
          .addStatement("return $L.get()", local)
          .endControlFlow();
    }
    List<MethodSpec> methods = new ArrayList<>();
    if (prompt != null) {
      method.addException(InterruptedException.class);
      ask(step, question, prompt, cacheKey, handle, locals, method, methods);
    }
    methods.add(0, method.build());
    return methods;
  }

  private void ask(
      StepModel step,
      String question,
      PromptModel prompt,
      @Nullable CacheKeyModel cacheKey,
      String handle,
      NameScope locals,
      MethodSpec.Builder method,
      List<MethodSpec> more) {
    ChainParts parts = new ChainParts(step.method(), names.methods(), types);
    Message user = Message.of(prompt.user());
    SlotValues values = new SlotValues();
    List<Slot> read = new ArrayList<>(user.slots());
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$L", question));
    Message system = prompt.system() == null ? null : Message.of(prompt.system());
    if (system != null) {
      read.addAll(system.slots());
    }
    if (cacheKey != null) {
      read.addAll(cacheKey.slots());
    }
    if (read.size() <= CallChain.MOST_CALLS) { // The methods for the rest cannot use locals.
      values.declare(read, types, locals, method);
    }
    if (system != null) {
      CallChain chain = system.filled(names.systemPrompt(step), values, encoders);
      more.addAll(parts.argument(chain, "system", locals, method, arguments));
    }
    CallChain chain = user.filled(names.prompt(step), values, encoders);
    more.addAll(parts.argument(chain, "prompt", locals, method, arguments));
    CodeBlock asker = tools.asker(step, handle, locals);
    if (cacheKey != null) {
      String key = locals.take("key");
      more.addAll(parts.declare(keys.chain(cacheKey, values), key, method));
      asker = CodeBlock.of("$L.cached($L)", asker, key);
    }
    method.addStatement("return $L.ask($L)", asker, CodeBlock.join(arguments, ", "));
  }

  /** Returns a reference to the method that the user wrote. */
  private String code(StepModel step) {
    return bridges == null ? superPrefix() + step.method().name() : bridges.to(step);
  }

  /** Returns the bridges through which a nested class calls the methods that the user wrote. */
  List<MethodSpec> bridges(StepBridges asked) {
    List<MethodSpec> methods = new ArrayList<>();
    asked
        .methods()
        .forEach(
            (step, name) -> {
              MethodSpec.Builder method =
                  MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
              Methods.returns(step.method(), types, method);
              Methods.addParameters(step.method().parameters(), types, method);
              step.method().thrown().forEach(thrown -> method.addException(types.of(thrown)));
              List<CodeBlock> arguments =
                  step.method().parameters().stream()
                      .map(parameter -> CodeBlock.of("$L", parameter.name()))
                      .toList();
              CodeBlock call =
                  CodeBlock.of(
                      "$L$L($L)",
                      superPrefix(),
                      step.method().name(),
                      CodeBlock.join(arguments, ", "));
              boolean none = step.method().returnType().isVoid();
              methods.add(method.addStatement(none ? "$L" : "return $L", call).build());
            });
    return methods;
  }

  private String superPrefix() {
    return agent.kind() == AgentModel.Kind.INTERFACE
        ? types.raw(agent.type()).simpleNames().stream().reduce((a, b) -> a + "." + b).orElseThrow()
            + ".super."
        : "super.";
  }
}
