package io.stepwright.processor.discovery;

import io.stepwright.processor.comments.CommentsFiles;
import io.stepwright.processor.comments.TypeComments;
import io.stepwright.processor.mcp.Locks;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.ToolModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The descriptions of the tools of MCP servers: those of the interface, otherwise those of the lock
 * file. For an interface that was compiled earlier, both were stored then, with the names of the
 * parameters, which class files lose.
 */
final class FacadeComments {

  private final Elements elements;
  private final Predicate<Element> inSource;
  private final CommentsFiles files;
  private final Locks locks;
  private final Map<TypeElement, TypeComments> known = new HashMap<>();

  FacadeComments(Elements elements, Predicate<Element> inSource, CommentsFiles files, Locks locks) {
    this.elements = elements;
    this.inSource = inSource;
    this.files = files;
    this.locks = locks;
  }

  /** Returns the description of a tool, which may have one already. */
  String of(TypeElement facade, String server, ToolModel tool) {
    if (!tool.description().isEmpty()) {
      return tool.description();
    }
    return inSource.test(facade)
        ? locks.description(server, tool.name())
        : comments(facade).part(tool.name());
  }

  /** Returns the method of a tool with the names of its parameters. */
  MethodModel named(TypeElement facade, ToolModel tool) {
    MethodModel method = tool.method();
    if (method.parameters().stream().allMatch(ParameterModel::nameKnown)) {
      return method;
    }
    List<String> names = names(facade, tool.name());
    if (names.size() != method.parameters().size()) {
      return method;
    }
    List<ParameterModel> parameters = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      parameters.add(method.parameters().get(i).named(names.get(i)));
    }
    return method.with(parameters);
  }

  /** Returns the descriptions of parameters by their names. */
  Map<String, String> ofParameters(
      TypeElement facade, String server, ToolModel tool, MethodModel named) {
    Map<String, String> descriptions = new LinkedHashMap<>();
    for (int i = 0; i < named.parameters().size(); i++) {
      String name = named.parameters().get(i).name();
      String declared = tool.method().parameters().get(i).name();
      String described = tool.parameterDescriptions().getOrDefault(declared, "");
      String other =
          inSource.test(facade)
              ? locks.description(server, tool.name(), name)
              : comments(facade).part(FacadeDiscovery.part(tool.name(), name));
      descriptions.put(name, described.isEmpty() ? other : described);
    }
    return descriptions;
  }

  private List<String> names(TypeElement facade, String tool) {
    String prefix = tool + "(";
    return comments(facade).parts().keySet().stream()
        .filter(part -> part.startsWith(prefix) && part.endsWith(")"))
        .map(part -> part.substring(prefix.length(), part.length() - 1))
        .toList();
  }

  private TypeComments comments(TypeElement facade) {
    TypeComments comments = known.get(facade);
    if (comments == null) {
      ModuleElement module = elements.getModuleOf(facade);
      String name = elements.getBinaryName(facade).toString();
      comments =
          files
              .find(name, module == null ? "" : module.getQualifiedName().toString())
              .orElse(TypeComments.NONE);
      known.put(facade, comments);
    }
    return comments;
  }
}
