namespace Integral.Content.Publishing;

/// <summary>Has visitors' pages made anew after a change: once for a mass action, however many items it changes.</summary>
internal sealed class SiteFreshness(TenantChanges tenants, Current current)
{
    private bool isHeld, isStale;

    /// <summary>What visitors see has changed.</summary>
    public async Task ChangedAsync()
    {
        isStale = true;
        if (!isHeld) await FreshenAsync();
    }

    /// <summary>A text was published again. Where it stands as it stood, only the pages that show it are made anew.</summary>
    /// <param name="before">How it stood before.</param>
    /// <param name="item">As it is now.</param>
    public async Task ChangedAsync(Standing? before, ContentItem item)
    {
        if (isHeld || before is null || before != Standing.Of(item)) await ChangedAsync();
        else await tenants.TouchAsync(current.Tenant.Id, [item.ContentItemId, item.ContentType, .. item.ListId is { } list ? [list] : Array.Empty<string>()]);
    }

    /// <summary>Waits with it until the work is done, or has failed half way.</summary>
    public async Task<T> OnceAsync<T>(Func<Task<T>> work)
    {
        isHeld = true;
        try
        {
            return await work();
        }
        finally
        {
            isHeld = false;
            if (isStale) await FreshenAsync();
        }
    }

    private Task<Tenant> FreshenAsync()
    {
        isStale = false;
        return tenants.TouchAsync(current.Tenant.Id);
    }
}
