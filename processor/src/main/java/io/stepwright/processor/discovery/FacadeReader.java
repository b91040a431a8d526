package io.stepwright.processor.discovery;

import io.stepwright.processor.mcp.ServerNames;
import io.stepwright.processor.model.DescriptionLoss;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.ToolModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the tools of the interfaces of MCP servers that the constructors of an agent take. */
final class FacadeReader {

  private final Types types;
  private final MethodReader methods;
  private final ToolReader toolReader;
  private final InheritedMembers inherited;
  private final FacadeComments comments;

  FacadeReader(
      Types types,
      Elements elements,
      MethodReader methods,
      ToolReader toolReader,
      FacadeComments comments) {
    this.types = types;
    this.methods = methods;
    this.toolReader = toolReader;
    this.inherited = new InheritedMembers(types, elements);
    this.comments = comments;
  }

  /** Returns the tools in the order of the constructors and of their parameters. */
  List<ToolModel> tools(TypeElement agent, DeclaredType type) {
    List<ToolModel> tools = new ArrayList<>();
    Set<TypeElement> seen = new HashSet<>();
    for (ExecutableElement constructor :
        ElementFilter.constructorsIn(agent.getEnclosedElements())) {
      ExecutableType asMember = (ExecutableType) types.asMemberOf(type, constructor);
      for (int i = 0; i < asMember.getParameterTypes().size(); i++) {
        TypeMirror parameterType = asMember.getParameterTypes().get(i);
        if (!constructor.getModifiers().contains(Modifier.PRIVATE)
            && parameterType instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement facade
            && AnnotationReader.of(facade, FacadeDiscovery.MCP).isPresent()
            && seen.add(facade)) {
          tools.addAll(tools(constructor.getParameters().get(i), declared, facade));
        }
      }
    }
    return tools;
  }

  private List<ToolModel> tools(VariableElement parameter, DeclaredType type, TypeElement element) {
    ToolModel.Facade facade =
        new ToolModel.Facade(
            FacadeDiscovery.server(element).text(),
            parameter.getSimpleName().toString(),
            TypeReader.declared(element, List.of()));
    List<ToolModel> tools = new ArrayList<>();
    for (ExecutableElement method : inherited.methods(element)) {
      Optional<AnnotationReader> tool = AnnotationReader.of(method, ToolReader.TOOL);
      if (tool.isPresent() && method.getModifiers().contains(Modifier.ABSTRACT)) {
        tools.add(
            ofFacade(
                toolReader.read(method, tool.get(), methods.read(type, method)), facade, element));
      }
    }
    return tools;
  }

  private ToolModel ofFacade(ToolModel tool, ToolModel.Facade facade, TypeElement element) {
    MethodModel method = comments.named(element, tool);
    return new ToolModel(
        ServerNames.listed(facade.server(), tool.name()),
        ServerNames.forModels(facade.server(), tool.name()),
        tool.namePlace(),
        method,
        comments.of(element, facade.server(), tool),
        comments.ofParameters(element, facade.server(), tool, method),
        DescriptionLoss.NONE,
        tool.readOnly(),
        tool.calls(),
        tool.callsPlace(),
        tool.failing(),
        !tool.readOnly() || tool.sideEffect(), // Whatever the server's hint says.
        tool.approve(),
        null,
        facade,
        tool.place());
  }
}
