package io.stepwright.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Writes a Markdown page from the sources of annotations, as the JDK's compiler parses them. */
final class AnnotationsPage {

  private static final Pattern TARGET = Pattern.compile("ElementType\\.([A-Z_]+)");
  private static final String HEAD =
      """
      # Annotations

      All are in the package `io.stepwright`. They are read when an agent is compiled; nothing looks at them at run time. How they work together: [agents](agents.md), [the cache](cache.md).

      <!-- Written from the Javadoc of the annotations by AnnotationsPageTest: change it there, then run the test with -DupdateDocs=true. -->
      """;

  private final DocTrees docs;
  private final DocMarkdown markdown;
  private final StringBuilder page = new StringBuilder(HEAD);

  private AnnotationsPage(DocTrees docs, Set<String> annotations, Set<String> others) {
    this.docs = docs;
    this.markdown = new DocMarkdown(annotations, others);
  }

  /** Returns the page for some sources. */
  static String of(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      List<TreePath> types = new ArrayList<>();
      Set<String> annotations = new TreeSet<>();
      Set<String> others = new TreeSet<>();
      for (CompilationUnitTree unit : task.parse()) {
        for (Tree type : unit.getTypeDecls()) {
          if (type instanceof ClassTree declared) {
            types.add(new TreePath(new TreePath(unit), declared));
            boolean annotation = declared.getKind() == Kind.ANNOTATION_TYPE;
            (annotation ? annotations : others).add(declared.getSimpleName().toString());
          }
        }
      }
      AnnotationsPage page = new AnnotationsPage(DocTrees.instance(task), annotations, others);
      page.contents(annotations, others);
      for (TreePath type : types) {
        page.type(type, (ClassTree) type.getLeaf());
      }
      return page.page.toString();
    }
  }

  private void contents(Set<String> annotations, Set<String> others) {
    List<String> links = new ArrayList<>();
    annotations.forEach(name -> links.add(markdown.link(name)));
    others.forEach(name -> links.add(markdown.link(name)));
    page.append('\n').append(String.join(" · ", links)).append('\n');
  }

  private void type(TreePath path, ClassTree type) {
    boolean annotation = type.getKind() == Kind.ANNOTATION_TYPE;
    page.append("\n## ").append(annotation ? "@" : "").append(type.getSimpleName()).append('\n');
    if (annotation) {
      page.append("\nOn: ").append(targets(type)).append(".\n");
    }
    page.append('\n').append(text(path, "")).append('\n');
    boolean first = true;
    for (Tree member : type.getMembers()) {
      String head = head(member, annotation);
      if (head != null) {
        page.append(first ? "\n" : "");
        first = false;
        page.append("- ").append(head).append(text(new TreePath(path, member), "  ")).append('\n');
      }
    }
  }

  /** Returns the beginning of the line of an attribute or constant; null for other members. */
  private static String head(Tree member, boolean annotation) {
    if (annotation && member instanceof MethodTree attribute) {
      Tree value = attribute.getDefaultValue();
      String otherwise = value == null ? "" : ", by default `" + value + "`";
      return "**`%s`**: `%s`%s. "
          .formatted(attribute.getName(), attribute.getReturnType(), otherwise);
    }
    return !annotation && member instanceof VariableTree constant
        ? "**`%s`**: ".formatted(constant.getName())
        : null;
  }

  private static String targets(ClassTree type) {
    List<String> targets = new ArrayList<>();
    String repeatable = "";
    for (AnnotationTree meta : type.getModifiers().getAnnotations()) {
      String name = meta.getAnnotationType().toString();
      if (name.equals("Target")) {
        Matcher target = TARGET.matcher(meta.getArguments().toString());
        while (target.find()) {
          targets.add(target.group(1).toLowerCase(Locale.ROOT).replace('_', ' '));
        }
      } else if (name.equals("Repeatable")) {
        repeatable = "; may be repeated";
      }
    }
    return String.join(", ", targets) + repeatable;
  }

  private String text(TreePath path, String indent) {
    DocCommentTree comment = docs.getDocCommentTree(path);
    if (comment == null) {
      throw new IllegalStateException("There is no Javadoc at " + path.getLeaf());
    }
    return markdown.of(comment, indent);
  }
}
