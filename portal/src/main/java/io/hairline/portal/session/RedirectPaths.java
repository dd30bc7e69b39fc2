package io.hairline.portal.session;

import java.util.regex.Pattern;

/** Where a redirect may lead: a path of these pages, never another address. */
public final class RedirectPaths {

    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    private RedirectPaths() {}

    /** The given address if it is a path of this site, else the start. */
    public static String path(String wanted) {
        return PATH.matcher(wanted).matches() ? wanted : "/";
    }
}
