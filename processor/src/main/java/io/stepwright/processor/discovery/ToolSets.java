package io.stepwright.processor.discovery;

import io.stepwright.processor.comments.CommentsFiles;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Finds the types that declare tools for agents to inherit, and stores their comments. Such a type
 * is often compiled without an agent, and class files have no Javadoc.
 */
public final class ToolSets {

  private static final String AGENT = "io.stepwright.Agent";

  private final ProcessingEnvironment environment;
  private final Predicate<Element> inSource;

  /**
   * Creates a finder.
   *
   * @param inSource tells whether an element is declared in a source file of this compilation
   */
  public ToolSets(ProcessingEnvironment environment, Predicate<Element> inSource) {
    this.environment = environment;
    this.inSource = inSource;
  }

  /**
   * Returns the types of a round that declare tools. Agents are left out: they are compiled
   * together with their own tools. So are interfaces of MCP servers, whose comments {@link
   * FacadeDiscovery} stores.
   */
  public Set<TypeElement> in(RoundEnvironment round) {
    Set<TypeElement> types = new LinkedHashSet<>();
    TypeElement tool = environment.getElementUtils().getTypeElement(ToolReader.TOOL);
    if (tool == null) {
      return types;
    }
    for (Element method : round.getElementsAnnotatedWith(tool)) {
      if (method.getEnclosingElement() instanceof TypeElement type
          && AnnotationReader.of(type, AGENT).isEmpty()
          && AnnotationReader.of(type, FacadeDiscovery.MCP).isEmpty()) {
        types.add(type);
      }
    }
    return types;
  }

  /**
   * Stores the comments of a type.
   *
   * @param written the names of the types whose comments this compilation has stored; this method
   *     adds to them
   * @throws IOException if the file cannot be written
   */
  public void keepComments(TypeElement type, Set<String> written) throws IOException {
    String name = environment.getElementUtils().getBinaryName(type).toString();
    if (written.add(name)) {
      CommentsFiles files = new CommentsFiles(environment.getFiler());
      Descriptions descriptions = new Descriptions(environment.getElementUtils(), inSource, files);
      files.write(name, descriptions.comments(type), type);
    }
  }
}
