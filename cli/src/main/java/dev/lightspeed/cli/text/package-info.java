/** What people read: words, tables, colours and progress. */
@NullMarked
package dev.lightspeed.cli.text;

import org.jspecify.annotations.NullMarked;
