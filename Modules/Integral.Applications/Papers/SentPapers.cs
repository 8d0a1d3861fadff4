using Integral.Applications.Data;

namespace Integral.Applications.Papers;

/// <summary>Files of applications that are kept together: asked for once, however many they are, and only where any form asks for files.</summary>
internal sealed class SentPapers(Db db, IReadOnlyList<SentForm> forms)
{
    private ILookup<string, Paper>? found;

    public async Task<IReadOnlyList<Paper>> OfAsync(string sent)
    {
        var all = forms.Select(f => f.Sent).Distinct().ToArray();
        found ??= (await db.Papers.AsNoTracking().Where(p => p.Field != null && EF.Parameter(all).Contains(p.Sent)).OrderBy(p => p.Id).ToListAsync()).ToLookup(p => p.Sent);
        return [.. found[sent]];
    }
}
