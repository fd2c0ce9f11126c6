package dev.holdfast.portal.web.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was applied, newest first; or one application with what it changed. */
public record ChangesPage(String heading, String lede, List<CataloguePage.Recent> list, List<Diff> diffs, @Nullable String next) {}
