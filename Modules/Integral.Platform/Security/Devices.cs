using Integral.Platform.Localization;

namespace Integral.Platform.Security;

/// <summary>A browser and its system in words; enough to tell devices apart, and nothing of what browsers say of themselves.</summary>
public static class Devices
{
    public static string Of(Session session, Texts texts) => session.Name ?? (session.Kind == SessionKind.Api ? texts["A program"] : Of(session.Device, texts));

    public static string Of(string agent, Texts texts)
    {
        var browser = First(agent, ("YaBrowser", "Яндекс"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"));
        var system = First(agent, ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"));
        return browser is null && system is null ? texts["Unknown device"] : string.Join(", ", new[] { browser, system }.OfType<string>());
    }

    private static string? First(string agent, params (string Mark, string Name)[] known) =>
        known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
