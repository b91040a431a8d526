package io.stepwright.processor.discovery;

import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.AgentModel.Kind;
import io.stepwright.processor.model.AgentModel.OtherMethod;
import io.stepwright.processor.model.AgentModel.Trait;
import io.stepwright.processor.model.CheckModel;
import io.stepwright.processor.model.ConstructorModel;
import io.stepwright.processor.model.ConstructorModel.TypeParameter;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.MethodModel.Access;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads an annotated type into the model. Performs no checks: an agent with errors is read as it
 * is.
 */
final class AgentReader {

  private static final String AGENT = "io.stepwright.Agent";
  private static final String GENERATED = "javax.annotation.processing.Generated";
  private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

  private static final Set<String> NOT_ON_STEPS = Set.of(ToolReader.APPROVE);

  private static final Set<String> NOT_ON_ENTRY_POINTS =
      Set.of(ToolReader.APPROVE, StepReader.TOOLS);

  /** Annotations that have no meaning on tools with a body. */
  private static final Set<String> NOT_ON_CODE_TOOLS =
      Set.of(
          StepReader.MODEL,
          StepReader.PROMPT,
          StepReader.TEMPLATE,
          StepReader.REGEX,
          StepReader.WHEN,
          StepReader.WHEN_ALL,
          StepReader.CACHED,
          StepReader.RETRY,
          StepReader.TIMEOUT,
          StepReader.TOOLS);

  /** Annotations that have no meaning on methods without a role. */
  private static final Set<String> NOT_WITHOUT_ROLE =
      Stream.concat(
              NOT_ON_CODE_TOOLS.stream(), Stream.of(StepReader.SIDE_EFFECT, ToolReader.APPROVE))
          .collect(Collectors.toUnmodifiableSet());

  /** Annotations that have no meaning on tools that a model answers. */
  private static final Set<String> NOT_ON_ASKED_TOOLS =
      Set.of(StepReader.TEMPLATE, StepReader.REGEX, StepReader.WHEN, StepReader.WHEN_ALL);

  private final Types types;
  private final Elements elements;
  private final MethodReader methods;
  private final StepReader stepReader;
  private final ToolReader toolReader;
  private final InheritedMembers inherited;
  private final TypeAccess typeAccess;
  private final RepeatedAnnotations annotations;
  private final FacadeReader facades;

  AgentReader(
      Types types,
      Elements elements,
      MethodReader methods,
      StepReader stepReader,
      Descriptions descriptions,
      TypeAccess typeAccess,
      RepeatedAnnotations annotations,
      FacadeReader facades) {
    this.types = types;
    this.elements = elements;
    this.methods = methods;
    this.stepReader = stepReader;
    this.toolReader = new ToolReader(methods, stepReader, descriptions);
    this.typeAccess = typeAccess;
    this.annotations = annotations;
    this.facades = facades;
    this.inherited = new InheritedMembers(types, elements);
  }

  AgentModel read(TypeElement element) {
    DeclaredType type = (DeclaredType) element.asType();
    List<EntryPointModel> entryPoints = new ArrayList<>();
    List<StepModel> steps = new ArrayList<>();
    List<ToolModel> tools = new ArrayList<>();
    List<CheckModel> checks = new ArrayList<>();
    List<OtherMethod> others = new ArrayList<>();
    List<ExecutableElement> all = inherited.methods(element);
    for (ExecutableElement method : all) {
      Optional<AnnotationReader> step = AnnotationReader.of(method, StepReader.STEP);
      Optional<AnnotationReader> entryPoint = AnnotationReader.of(method, StepReader.ENTRY_POINT);
      Optional<AnnotationReader> check = AnnotationReader.of(method, CheckReader.CHECK);
      Optional<AnnotationReader> tool = AnnotationReader.of(method, ToolReader.TOOL);
      if (step.isPresent() || entryPoint.isPresent()) {
        check.ifPresent(stray -> others.add(both(type, method, "@Check", stray)));
        tool.ifPresent(stray -> others.add(both(type, method, "@Tool", stray)));
        toolStrays(type, method, step.isPresent()).ifPresent(others::add);
      } else if (tool.isPresent()) {
        check.ifPresent(stray -> others.add(both(type, method, "@Check", stray)));
        onTool(element, type, method).ifPresent(others::add);
      }
      if (step.isPresent()) {
        steps.add(stepReader.step(method, step.get(), methods.read(type, method), methods));
        entryPoint.ifPresent(stray -> others.add(both(type, method, "@EntryPoint", stray)));
      } else if (entryPoint.isPresent()) {
        entryPoints.add(StepReader.entryPoint(entryPoint.get(), methods.read(type, method)));
      } else if (tool.isPresent()) {
        tools.add(toolReader.read(method, tool.get(), methods.read(type, method)));
      } else {
        check.ifPresent(each -> checks.add(CheckReader.read(each, methods.read(type, method))));
        other(element, type, method, check.isPresent()).ifPresent(others::add);
      }
    }
    tools.addAll(facades.tools(element, type));
    Named name = AnnotationReader.of(element, AGENT).map(agent -> agent.named("name")).orElse(null);
    return new AgentModel(
        name == null ? element.getSimpleName().toString() : name.text(),
        TypeReader.declared(element, List.of()),
        elements.getBinaryName(element).toString(),
        kind(element),
        traits(element),
        isPublic(element),
        constructors(element, type),
        entryPoints,
        steps,
        tools,
        checks,
        others,
        ForeignAnnotations.on(all),
        inherited.types(element),
        inherited.names(element, all),
        siblings(element),
        unqualified(element),
        seesGenerated(element),
        AnnotationReader.of(element, NULL_MARKED).isPresent(),
        SourcePlace.of(element));
  }

  private OtherMethod both(
      DeclaredType type, ExecutableElement method, String name, AnnotationReader stray) {
    return new OtherMethod(
        methods.read(type, method), List.of(new Named(name, stray.place())), "", "", "");
  }

  /** Returns a step or an entry point with annotations that belong to tools, or to steps. */
  private Optional<OtherMethod> toolStrays(
      DeclaredType type, ExecutableElement method, boolean isStep) {
    List<Named> strays = strays(method, isStep ? NOT_ON_STEPS : NOT_ON_ENTRY_POINTS);
    return strays.isEmpty()
        ? Optional.empty()
        : Optional.of(new OtherMethod(methods.read(type, method), strays, "", "", ""));
  }

  /** Returns a tool with annotations that have no meaning on it, or one that overrides a step. */
  private Optional<OtherMethod> onTool(
      TypeElement agent, DeclaredType type, ExecutableElement method) {
    boolean isAbstract = method.getModifiers().contains(Modifier.ABSTRACT);
    List<Named> strays = strays(method, isAbstract ? NOT_ON_ASKED_TOOLS : NOT_ON_CODE_TOOLS);
    String step = overridden(agent, method, StepReader.STEP);
    return strays.isEmpty() && step.isEmpty()
        ? Optional.empty()
        : Optional.of(new OtherMethod(methods.read(type, method), strays, step, "", ""));
  }

  private Optional<OtherMethod> other(
      TypeElement agent, DeclaredType type, ExecutableElement method, boolean isCheck) {
    List<Named> strays = strays(method, NOT_WITHOUT_ROLE);
    String step = overridden(agent, method, StepReader.STEP);
    String check = isCheck ? "" : overridden(agent, method, CheckReader.CHECK);
    String tool = isCheck ? "" : overridden(agent, method, ToolReader.TOOL);
    boolean isAbstract = !isCheck && method.getModifiers().contains(Modifier.ABSTRACT);
    boolean isPlain = strays.isEmpty() && step.isEmpty() && check.isEmpty() && tool.isEmpty();
    return isAbstract || !isPlain
        ? Optional.of(new OtherMethod(methods.read(type, method), strays, step, check, tool))
        : Optional.empty();
  }

  private String overridden(TypeElement agent, ExecutableElement method, String annotation) {
    return inherited
        .overridden(agent, method, annotation)
        .map(other -> Members.owner(other).getSimpleName() + "." + other.getSimpleName())
        .orElse("");
  }

  private static List<Named> strays(ExecutableElement method, Set<String> without) {
    List<Named> strays = new ArrayList<>();
    for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
      TypeElement annotation = (TypeElement) mirror.getAnnotationType().asElement();
      String name = annotation.getQualifiedName().toString();
      if (without.contains(name)) {
        strays.add(new Named("@" + annotation.getSimpleName(), SourcePlace.of(method, mirror)));
      }
    }
    return strays;
  }

  private static Kind kind(TypeElement element) {
    if (element.getKind() == ElementKind.INTERFACE) {
      return Kind.INTERFACE;
    }
    return element.getKind() == ElementKind.CLASS
            && element.getModifiers().contains(Modifier.ABSTRACT)
        ? Kind.ABSTRACT_CLASS
        : Kind.UNSUITABLE;
  }

  private static Set<Trait> traits(TypeElement element) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (element.getNestingKind() == NestingKind.LOCAL) {
      traits.add(Trait.LOCAL);
    }
    if (!element.getTypeParameters().isEmpty()) {
      traits.add(Trait.GENERIC);
    }
    if (element.getModifiers().contains(Modifier.SEALED)) {
      traits.add(Trait.SEALED);
    }
    for (Element around = element;
        around instanceof TypeElement type;
        around = around.getEnclosingElement()) {
      if (type.getNestingKind() == NestingKind.MEMBER
          && !type.getModifiers().contains(Modifier.STATIC)
          && type.getKind() == ElementKind.CLASS) {
        traits.add(Trait.INNER);
      }
      if (type.getModifiers().contains(Modifier.PRIVATE)) {
        traits.add(Trait.PRIVATE);
      }
    }
    return traits;
  }

  /** Returns whether the agent's module reads {@code java.compiler}, which has the annotation. */
  private boolean seesGenerated(TypeElement element) {
    ModuleElement module = elements.getModuleOf(element);
    return module == null || elements.getTypeElement(module, GENERATED) != null;
  }

  private Set<String> siblings(TypeElement element) {
    return typeNames(elements.getPackageOf(element))
        .filter(this::isInJavaLang)
        .collect(Collectors.toSet());
  }

  private Set<String> unqualified(TypeElement element) {
    PackageElement home = elements.getPackageOf(element);
    return home.isUnnamed() ? typeNames(home).collect(Collectors.toSet()) : Set.of();
  }

  private static Stream<String> typeNames(PackageElement home) {
    return ElementFilter.typesIn(home.getEnclosedElements()).stream()
        .map(type -> type.getSimpleName().toString());
  }

  /** Asks the module itself: without one, javac looks for the name in every module. */
  private boolean isInJavaLang(String name) {
    ModuleElement base = elements.getModuleElement("java.base");
    String qualified = "java.lang." + name;
    return (base == null
            ? elements.getTypeElement(qualified)
            : elements.getTypeElement(base, qualified))
        != null;
  }

  private static boolean isPublic(TypeElement element) {
    for (Element around = element;
        around instanceof TypeElement;
        around = around.getEnclosingElement()) {
      if (!around.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  private List<ConstructorModel> constructors(TypeElement element, DeclaredType type) {
    List<ConstructorModel> constructors = new ArrayList<>();
    for (ExecutableElement constructor :
        ElementFilter.constructorsIn(element.getEnclosedElements())) {
      Access access = methods.access(constructor);
      if (access != Access.PRIVATE && canCall(constructor)) {
        ExecutableType asMember = (ExecutableType) types.asMemberOf(type, constructor);
        methods.used(constructor);
        constructors.add(
            new ConstructorModel(
                typeParameters(constructor),
                methods.parameters(constructor.getParameters(), asMember.getParameterTypes()),
                constructor.getParameters().stream().map(annotations::of).toList(),
                methods.readAll(asMember.getThrownTypes()),
                annotations.of(constructor),
                constructor.isVarArgs(),
                access));
      }
    }
    return constructors;
  }

  /** Returns whether generated code can name all types in the signature of a constructor. */
  private boolean canCall(ExecutableElement constructor) {
    return constructor.getParameters().stream().map(Element::asType).allMatch(typeAccess::canName)
        && constructor.getThrownTypes().stream().allMatch(typeAccess::canName)
        && constructor.getTypeParameters().stream()
            .flatMap(parameter -> parameter.getBounds().stream())
            .allMatch(typeAccess::canName);
  }

  private List<TypeParameter> typeParameters(ExecutableElement constructor) {
    List<TypeParameter> parameters = new ArrayList<>();
    for (TypeParameterElement parameter : constructor.getTypeParameters()) {
      parameters.add(
          new TypeParameter(
              parameter.getSimpleName().toString(), methods.readAll(parameter.getBounds())));
    }
    return parameters;
  }
}
