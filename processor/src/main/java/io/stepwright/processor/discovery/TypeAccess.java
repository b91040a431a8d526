package io.stepwright.processor.discovery;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Tells which types the generated class can name. */
final class TypeAccess {

  private final Elements elements;
  private final PackageElement from;

  /**
   * A judge.
   *
   * @param from the package of the generated class
   */
  TypeAccess(Elements elements, PackageElement from) {
    this.elements = elements;
    this.from = from;
  }

  boolean canName(@Nullable TypeMirror type) {
    if (type instanceof ArrayType array) {
      return canName(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return canName(wildcard.getExtendsBound()) && canName(wildcard.getSuperBound());
    }
    if (type instanceof DeclaredType declared) {
      return canName(declared.asElement())
          && declared.getTypeArguments().stream().allMatch(this::canName);
    }
    return true;
  }

  private boolean canName(Element type) {
    boolean samePackage = elements.getPackageOf(type).equals(from);
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      boolean open =
          each.getModifiers().contains(Modifier.PUBLIC)
              || each.getModifiers().contains(Modifier.PROTECTED);
      if (!open && (!samePackage || each.getModifiers().contains(Modifier.PRIVATE))) {
        return false;
      }
    }
    return true;
  }
}
