/** Steps whose models call tools, from the generated class down to the server. */
@NullMarked
package io.stepwright.it.tools;

import org.jspecify.annotations.NullMarked;
