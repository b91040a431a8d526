package io.stepwright.processor.discovery;

import io.stepwright.processor.model.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names of classes that this processor is about to generate. An agent that names one of them
 * does not wait for it, because two agents that name each other's class would wait for ever.
 */
public record WiredNames(Set<String> qualifiedNames) {

  /** No classes. */
  public static final WiredNames NONE = new WiredNames(Set.of());

  /** Returns the class that a name refers to and the compiler does not know yet. */
  Optional<TypeRef> find(String name, String packageName) {
    String own = packageName.isEmpty() ? name : packageName + "." + name;
    if (qualifiedNames.contains(own)) {
      return Optional.of(type(own));
    }
    List<String> found =
        qualifiedNames.stream()
            .filter(each -> each.equals(name) || each.endsWith("." + name))
            .toList();
    return found.size() == 1 ? Optional.of(type(found.get(0))) : Optional.empty();
  }

  private static TypeRef type(String qualifiedName) {
    int end = qualifiedName.lastIndexOf('.');
    return new TypeRef.Declared(
        qualifiedName.substring(0, Math.max(end, 0)),
        List.of(qualifiedName.substring(end + 1)),
        List.of());
  }
}
