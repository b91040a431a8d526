package io.stepwright.processor.discovery;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names of annotations, as they are written, from javac's syntax trees. Before JDK 21,
 * javac omits unresolved annotations from the elements, where other compilers keep them. Other
 * compilers have no such trees, and the result is empty.
 */
final class SourceAnnotations {

  private SourceAnnotations() {}

  /** Returns the names of the annotations of a type itself. */
  static Set<String> ofType(ProcessingEnvironment environment, TypeElement type) {
    Set<String> names = new HashSet<>();
    ClassTree tree = tree(environment, type);
    if (tree != null) {
      add(tree.getModifiers(), names);
    }
    return names;
  }

  /** Returns the names of the annotations of a type, of its members and of their parameters. */
  static Set<String> inType(ProcessingEnvironment environment, TypeElement type) {
    Set<String> names = ofType(environment, type);
    ClassTree tree = tree(environment, type);
    if (tree != null) {
      tree.getMembers().forEach(member -> addMember(member, names));
    }
    return names;
  }

  private static @Nullable ClassTree tree(ProcessingEnvironment environment, TypeElement type) {
    try {
      return Trees.instance(environment).getTree(type);
    } catch (IllegalArgumentException | LinkageError e) {
      return null; // Another compiler than javac, or a wrapper around javac.
    }
  }

  private static void addMember(Tree member, Set<String> names) {
    if (member instanceof MethodTree method) {
      add(method.getModifiers(), names);
      method.getParameters().forEach(parameter -> add(parameter.getModifiers(), names));
    } else if (member instanceof VariableTree field) {
      add(field.getModifiers(), names);
    }
  }

  private static void add(ModifiersTree modifiers, Set<String> names) {
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      names.add(annotation.getAnnotationType().toString());
    }
  }
}
