package dev.tradewind.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.tradewind.ui.theme.Appearance.Ground;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * Dresses scenes and tells canvas code its colours. One instance per application; JavaFX thread only.
 *
 * <p>Plex comes as one family per weight: {@link #SANS}, {@link #SANS_MEDIUM}, {@link #SANS_SEMIBOLD}, {@link #MONO}. Its
 * digits are equally wide in every weight, which is what keeps columns of figures straight.
 */
public final class Theme {

    /** Family of body text. */
    public static final String SANS = "IBM Plex Sans";
    /** Family of emphasis and buttons. */
    public static final String SANS_MEDIUM = "IBM Plex Sans Medm";
    /** Family of titles. */
    public static final String SANS_SEMIBOLD = "IBM Plex Sans SmBld";
    /** Family of journal rows and ids. */
    public static final String MONO = "IBM Plex Mono";
    /** Body text at 100 %, in pixels: one em of the root. */
    public static final double ROOT_PIXELS = 12;

    private final ReadOnlyObjectWrapper<Appearance> appearance;
    private final ReadOnlyObjectWrapper<Palette> palette;
    private final List<Scene> scenes = new ArrayList<>();
    private final List<Scene> popups = new ArrayList<>();

    /**
     * Loads the fonts.
     *
     * @throws UncheckedIOException if the program's own files are incomplete
     */
    public Theme(Appearance first) {
        loadFont("IBMPlexSans-Regular", SANS);
        loadFont("IBMPlexSans-Medium", SANS_MEDIUM);
        loadFont("IBMPlexSans-SemiBold", SANS_SEMIBOLD);
        loadFont("IBMPlexMono-Regular", MONO);
        appearance = new ReadOnlyObjectWrapper<>(first);
        palette = new ReadOnlyObjectWrapper<>(Palette.of(first));
    }

    private static void loadFont(String face, String family) {
        String resource = "/dev/tradewind/ui/font/" + face + ".woff";
        try (InputStream stream = Theme.class.getResourceAsStream(resource)) {
            Font font = stream == null ? null : Font.loadFont(stream, ROOT_PIXELS);
            if (font == null || !font.getFamily().equals(family)) {
                throw new UncheckedIOException(new IOException("cannot load the font " + resource + " as " + family));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + resource, e);
        }
    }

    /** Dresses a scene now and whenever the appearance changes, until {@link #forget}. */
    public void dress(Scene scene) {
        scenes.add(scene);
        applyTo(scene);
    }

    /** Dresses a pop-up's scene likewise, but leaves its ground clear. */
    public void dressPopup(Scene scene) {
        popups.add(scene);
        applyTo(scene);
    }

    /** Stops dressing a scene whose window has closed. */
    public void forget(Scene scene) {
        scenes.remove(scene);
        popups.remove(scene);
    }

    /** Changes the look of every dressed scene. */
    public void change(Appearance wanted) {
        appearance.set(wanted);
        palette.set(Palette.of(wanted));
        scenes.forEach(this::applyTo);
        popups.forEach(this::applyTo);
    }

    private void applyTo(Scene scene) {
        Appearance now = appearance.get();
        boolean dark = now.ground() == Ground.DARK;
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet(dark ? "dark" : "light"));
        if (now.colourBlind()) {
            sheets.add(sheet(dark ? "colour-blind-dark" : "colour-blind-light"));
        }
        sheets.add(sheet("bridge"));
        sheets.add(sheet("tradewind"));
        if (!sheets.equals(scene.getStylesheets())) {
            scene.getStylesheets().setAll(sheets);
        }
        scene.getRoot().setStyle("-fx-font-size: " + rootPixels() + "px;");
        scene.setFill(popups.contains(scene) ? Color.TRANSPARENT : palette.get().bg0());
    }

    private static String sheet(String name) {
        URL resource = Theme.class.getResource(name + ".css");
        if (resource == null) {
            throw new UncheckedIOException(new IOException("the style sheet " + name + ".css is missing"));
        }
        return resource.toExternalForm();
    }

    /** {@return one em of the root now, in pixels: what canvas code multiplies its sizes (in em) by} */
    public double rootPixels() {
        return ROOT_PIXELS * appearance.get().textPercent() / 100.0;
    }

    /** {@return the chosen look} */
    public ReadOnlyObjectProperty<Appearance> appearanceProperty() {
        return appearance.getReadOnlyProperty();
    }

    /** {@return the colours for canvas code; changes with the look} */
    public ReadOnlyObjectProperty<Palette> paletteProperty() {
        return palette.getReadOnlyProperty();
    }

    /** {@return the colours for canvas code now} */
    public Palette palette() {
        return palette.get();
    }
}
