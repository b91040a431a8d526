package io.stepwright.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The BOM lists the artifacts that users depend on, all in the version of this build. */
class BomTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** The modules that users may depend on besides the runtime. */
  private static final Set<String> LIBRARIES = Set.of("descriptor", "graph", "processor");

  @Test
  void namesEveryArtifactThatUsersDependOn() throws Exception {
    Set<String> published = new TreeSet<>();
    for (String module : modules()) {
      if (module.startsWith("runtime/") || LIBRARIES.contains(module)) {
        published.add(text(read(ROOT.resolve(module).resolve("pom.xml")), "artifactId"));
      }
    }
    assertThat(published).contains("stepwright-runtime", "stepwright-core", "stepwright-processor");
    NodeList managed = read(ROOT.resolve("bom/pom.xml")).getElementsByTagName("dependency");
    List<String> named = new ArrayList<>();
    for (int i = 0; i < managed.getLength(); i++) {
      Element dependency = (Element) managed.item(i);
      named.add(text(dependency, "artifactId"));
      assertThat(text(dependency, "groupId")).isEqualTo("io.stepwright");
      assertThat(text(dependency, "version")).isEqualTo("${project.version}");
    }
    assertThat(named).containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void hasTheVersionOfTheBuild() throws Exception {
    assertThat(text(read(ROOT.resolve("bom/pom.xml")), "version"))
        .isEqualTo(text(read(ROOT.resolve("pom.xml")), "version"));
  }

  private static List<String> modules() throws Exception {
    NodeList modules = read(ROOT.resolve("pom.xml")).getElementsByTagName("module");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < modules.getLength(); i++) {
      names.add(modules.item(i).getTextContent());
    }
    return names;
  }

  private static Element read(Path pom) throws Exception {
    assertThat(Files.exists(pom)).as(pom.toString().replace(File.separatorChar, '/')).isTrue();
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    return document.getDocumentElement();
  }

  /** Returns the text of a child element. */
  private static String text(Element parent, String name) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeName().equals(name)) {
        return child.getTextContent();
      }
    }
    throw new AssertionError(parent.getNodeName() + " has no " + name);
  }
}
