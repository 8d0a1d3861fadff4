using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Files;
using Microsoft.AspNetCore.Http;

namespace Integral.People.Photos;

/// <summary>Takes people's photos and shows them. They stay as they were sent: nothing here reads pictures.</summary>
internal sealed class PhotoDesk(Db db, NewFiles files, TenantFiles stored)
{
    public const int Largest = 5 << 20;

    /// <summary>For the control that chooses files.</summary>
    public const string Kinds = "image/jpeg,image/png,image/webp";

    /// <exception cref="RuleException">It is no such picture, or too large.</exception>
    public async Task PutAsync(Person person, Stream content, CancellationToken cancel)
    {
        await using var batch = files.Begin();
        var (name, type) = await TakeAsync(batch, content, cancel);
        await WriteAsync(person.Id, name, type, batch.Place, cancel);
        batch.Done();
    }

    public Task RemoveAsync(Person person) => WriteAsync(person.Id, null, null, () => { }, CancellationToken.None);

    /// <summary>Somebody's photo as a picture in its place.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public async Task<PhysicalFileResult> ShowAsync(Guid id, HttpResponse response)
    {
        var person = await db.People.AsNoTracking().SingleOr404Async(p => p.Id == id && p.PhotoName != null);
        return SentFiles.Picture(stored.PathOf(person.PhotoName!), person.PhotoType!, person.PhotoName!, response);
    }

    private static async Task<(string Name, string Type)> TakeAsync(FileBatch batch, Stream content, CancellationToken cancel)
    {
        var type = "";
        try
        {
            var taken = await batch.AddAsync(content, start =>
            {
                type = MediaKind.Of(start);
                Rule.Require(type is "image/jpeg" or "image/png" or "image/webp", "This isn't a PNG, JPEG or WebP picture.");
                return Largest;
            }, cancel);
            return (taken.StoredName, type);
        }
        catch (RuleException fault) { throw new RuleException(fault.Sentence, "Photo"); }
    }

    private async Task WriteAsync(Guid id, string? name, string? type, Action place, CancellationToken cancel)
    {
        string? before = null;
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var person = await db.People.SingleOr404Async(p => p.Id == id);
            before = person.PhotoName;
            person.Picture(name, type);
            await db.SaveChangesAsync(cancel);
            place();
        }, cancel);
        // A record that was merged may name it too.
        if (before is not null && !await db.People.IgnoreQueryFilters().AnyAsync(p => p.PhotoName == before, cancel)) File.Delete(stored.PathOf(before));
    }
}
