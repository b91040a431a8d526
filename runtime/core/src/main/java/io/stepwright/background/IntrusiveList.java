package io.stepwright.background;

import org.jspecify.annotations.Nullable;

/**
 * A doubly linked list whose elements carry the links, so that adding and removing take constant
 * time and allocate nothing. An element is in at most one list, once. An owner can extend this
 * class to save the object of the list. Not thread-safe: the lock that guards a list also guards
 * the links of its elements.
 */
public class IntrusiveList<E extends IntrusiveList.Link<E>> {

  /** The links of an element, which extends this class. */
  public abstract static class Link<E extends Link<E>> {
    private @Nullable E previous;
    private @Nullable E next;
  }

  private @Nullable E first;

  /** Adds an element at the beginning. It must not be in a list. */
  public final void add(E element) {
    // Assigned to the supertype, because private members are not accessible through a type
    // parameter.
    Link<E> added = element;
    Link<E> following = first;
    added.next = first;
    if (following != null) {
      following.previous = element;
    }
    first = element;
  }

  /** Removes an element, which must be in this list. */
  public final void remove(E element) {
    Link<E> removed = element;
    Link<E> preceding = removed.previous;
    Link<E> following = removed.next;
    if (preceding == null) {
      first = removed.next;
    } else {
      preceding.next = removed.next;
    }
    if (following != null) {
      following.previous = removed.previous;
    }
    removed.previous = null;
    removed.next = null;
  }

  /** Returns the element that was added last, or null if the list is empty. */
  public final @Nullable E first() {
    return first;
  }

  /** Returns the element after an element of this list, or null at the end. */
  public final @Nullable E after(E element) {
    Link<E> link = element;
    return link.next;
  }
}
