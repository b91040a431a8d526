package io.stepwright;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the public interface of a module. */
public final class PublicApi {

  private static final Path CLASSES = Path.of("target/classes");

  private PublicApi() {}

  /**
   * All that code of another module can name in packages of this one, a line each.
   *
   * @param packages their classes are in {@code target/classes}
   */
  public static String describe(List<String> packages) throws IOException, ClassNotFoundException {
    StringBuilder text = new StringBuilder();
    for (String name : packages) {
      Path folder = CLASSES.resolve(name.replace('.', '/'));
      for (String type : types(folder)) {
        Class<?> described = Class.forName(name + "." + type);
        if (isReachable(described)) {
          describe(described, text);
        }
      }
    }
    return text.toString();
  }

  private static TreeSet<String> types(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".class") && !file.startsWith("package-info"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Returns whether code of another package can name a type. */
  private static boolean isReachable(Class<?> type) {
    if (type.isAnonymousClass() || type.isLocalClass() || !isOpen(type.getModifiers())) {
      return false;
    }
    return type.getEnclosingClass() == null || isReachable(type.getEnclosingClass());
  }

  private static boolean isOpen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static void describe(Class<?> type, StringBuilder text) {
    text.append(head(type));
    if (type.getGenericSuperclass() != null && type.getSuperclass() != Object.class) {
      text.append(" extends ").append(type.getGenericSuperclass().getTypeName());
    }
    if (type.getGenericInterfaces().length > 0) {
      text.append(type.isInterface() ? " extends " : " implements ")
          .append(list(type.getGenericInterfaces()));
    }
    text.append('\n');
    TreeSet<String> members = new TreeSet<>();
    for (Field field : type.getDeclaredFields()) {
      if (isOpen(field.getModifiers()) && !field.isSynthetic()) {
        members.add(field.toGenericString() + value(field));
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      add(constructor, members);
    }
    for (Method method : type.getDeclaredMethods()) {
      add(method, members);
    }
    members.forEach(member -> text.append("  ").append(member).append('\n'));
  }

  /** The kind and name of a type; JDKs differ in what {@code toGenericString} says. */
  private static String head(Class<?> type) {
    int shown = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.ABSTRACT | Modifier.FINAL;
    String modifiers = Modifier.toString(type.getModifiers() & shown);
    String kind =
        type.isAnnotation()
            ? "@interface"
            : type.isInterface()
                ? "interface"
                : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    String parameters =
        Arrays.stream(type.getTypeParameters())
            .map(parameter -> parameter.getName() + " extends " + list(parameter.getBounds()))
            .collect(Collectors.joining(", "));
    return "%s%s %s %s%s"
        .formatted(
            modifiers,
            type.isSealed() ? " sealed" : "",
            kind,
            type.getName(),
            parameters.isEmpty() ? "" : "<" + parameters + ">");
  }

  private static void add(Executable member, TreeSet<String> members) {
    if (isOpen(member.getModifiers()) && !member.isSynthetic()) {
      Object usual = member instanceof Method method ? method.getDefaultValue() : null;
      members.add(member.toGenericString() + (usual == null ? "" : " default " + text(usual)));
    }
  }

  /** The value of a constant, which compilers copy into the code that uses it. */
  private static String value(Field field) {
    boolean constant =
        Modifier.isStatic(field.getModifiers())
            && Modifier.isFinal(field.getModifiers())
            && (field.getType().isPrimitive() || field.getType() == String.class);
    try {
      return constant ? " = " + text(Objects.requireNonNull(field.get(null))) : "";
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String text(Object value) {
    if (!value.getClass().isArray()) {
      return value instanceof Class<?> type ? type.getName() : String.valueOf(value);
    }
    return value instanceof Object[] values ? Arrays.toString(values) : "an array";
  }

  private static String list(Type[] types) {
    List<String> names = new ArrayList<>();
    for (Type type : types) {
      names.add(type.getTypeName());
    }
    return String.join(", ", names);
  }
}
