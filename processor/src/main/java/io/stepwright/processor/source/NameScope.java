package io.stepwright.processor.source;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Gives out names that are not taken: the user's names are taken first, so ours give way. */
public final class NameScope {

  private static final Pattern WORD_START =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private final Set<String> taken;

  public NameScope(Collection<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** The wanted name, or that name with a number after it, from 2 on; taken from now on. */
  public String take(String wanted) {
    String name = wanted;
    for (int i = 2; SourceVersion.isKeyword(name) || !taken.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  /**
   * A name for a local variable that hides no type and no constant, because it begins with a small
   * letter: the wanted name, or one that ends with it. Taken from now on.
   */
  public String takeLocal(String wanted) {
    int first = wanted.codePointAt(0);
    boolean small = Character.toUpperCase(first) != first;
    return take(small ? wanted : "slot" + capitalized(wanted));
  }

  /** Never gives out some names from now on. */
  public void avoid(Collection<String> names) {
    taken.addAll(names);
  }

  /** The names that are taken so far. */
  public Set<String> taken() {
    return taken;
  }

  /** A name with its first letter in upper case, to follow another word. */
  public static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /**
   * The name of a constant: {@code crmNote} and {@code crm-note} become {@code CRM_NOTE}.
   *
   * @param name a Java identifier, or the name of a tool
   */
  public static String constant(String name) {
    String words = name.replace('-', '_');
    String constant = WORD_START.matcher(words).replaceAll("_").toUpperCase(Locale.ROOT);
    return Character.isJavaIdentifierStart(constant.codePointAt(0)) ? constant : "_" + constant;
  }
}
