package io.stepwright.processor.discovery;

import io.stepwright.processor.comments.CommentsFiles;
import io.stepwright.processor.comments.TypeComments;
import io.stepwright.processor.mcp.Locks;
import io.stepwright.processor.model.FacadeModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.resources.ResourceFiles;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads one type annotated with {@code @Mcp}. */
public final class FacadeDiscovery {

  /** The qualified name of the annotation. */
  public static final String MCP = "io.stepwright.Mcp";

  private static final String RUNTIME = "io.stepwright.mcp.McpServers";

  private final ProcessingEnvironment environment;
  private final TypeElement element;
  private final AgentDiscovery declaration;

  /**
   * Reads a type.
   *
   * @param inSource tells whether an element is declared in a source file of this compilation
   */
  public FacadeDiscovery(
      ProcessingEnvironment environment,
      TypeElement element,
      Predicate<Element> inSource,
      Locks locks) {
    this.environment = environment;
    this.element = element;
    this.declaration =
        new AgentDiscovery(
            environment,
            element,
            inSource,
            new ResourceFiles(environment.getOptions(), environment.getFiler()),
            locks,
            WiredNames.NONE);
  }

  /** Returns the name of the server of an annotated type; empty if the annotation has none. */
  public static Named server(TypeElement type) {
    return AnnotationReader.of(type, MCP)
        .map(mcp -> new Named(mcp.string("value"), mcp.place("value")))
        .orElseGet(() -> new Named("", SourcePlace.of(type)));
  }

  /** Returns the declaration, whose tools are the methods with {@code @Tool}. */
  public AgentDiscovery declaration() {
    return declaration;
  }

  /** Returns whether code of the type's module can name the classes of stepwright-mcp. */
  public boolean seesRuntime() {
    Elements elements = environment.getElementUtils();
    ModuleElement module = elements.getModuleOf(element);
    return (module == null
            ? elements.getTypeElement(RUNTIME)
            : elements.getTypeElement(module, RUNTIME))
        != null;
  }

  /**
   * Stores the descriptions of the tools and the names of their parameters, for agents that are
   * compiled later.
   *
   * @throws IOException if the file cannot be written
   */
  public void keepComments(FacadeModel facade) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    for (FacadeModel.Tool tool : facade.tools()) {
      parts.put(tool.name(), tool.description());
      for (FacadeModel.Argument argument : tool.arguments()) {
        parts.put(part(tool.name(), argument.parameter().name()), argument.description());
      }
    }
    new CommentsFiles(environment.getFiler())
        .write(facade.declared().binaryName(), new TypeComments("", parts), element);
  }

  /** Returns the name of the part that describes a parameter. */
  static String part(String tool, String parameter) {
    return tool + "(" + parameter + ")";
  }
}
