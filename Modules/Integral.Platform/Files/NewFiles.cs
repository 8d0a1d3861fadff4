using System.Security.Cryptography;
using Integral.Platform.Localization;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Files;

/// <summary>Takes in new files of the current tenant: whatever happens, none stays that no row names, and no row names one that isn't there.</summary>
public sealed class NewFiles
{
    private readonly KeptFiles kept;
    private readonly Current current;

    internal NewFiles(KeptFiles kept, Current current) => (this.kept, this.current) = (kept, current);

    public FileBatch Begin() => new(kept, current.Tenant.Id);
}

/// <param name="StoredName">By which a row is to name it.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">SHA-256 in hexadecimal.</param>
/// <param name="Start">Its first bytes, by which it can be told what it is.</param>
public sealed record NewFile(string StoredName, long Length, string Hash, byte[] Start);

/// <summary>
/// Files that come in together. They are laid ready first; <see cref="Place"/>, in the transaction that writes their rows, puts them where they are
/// read; <see cref="Done"/>, after it, says that the rows are there. What isn't done when it is disposed of is taken back.
/// </summary>
public sealed class FileBatch : IAsyncDisposable
{
    private const int StartLength = 1000;

    private readonly KeptFiles kept;
    private readonly Guid tenant;
    private readonly string temporary;
    private string note = "";

    internal FileBatch(KeptFiles kept, Guid tenant) => (this.kept, this.tenant, temporary) = (kept, tenant, kept.Temporary(tenant));

    /// <param name="from">Read to its end.</param>
    /// <param name="most">Bytes.</param>
    /// <param name="cancel">Who sends it has gone.</param>
    /// <exception cref="RuleException">It is longer.</exception>
    public Task<NewFile> AddAsync(Stream from, long most, CancellationToken cancel) => AddAsync(from, _ => most, cancel);

    /// <param name="from">Read to its end, or as far as it may be long.</param>
    /// <param name="mostOf">How many bytes it may have, by its first ones.</param>
    /// <param name="cancel">Who sends it has gone.</param>
    /// <exception cref="RuleException">It is longer.</exception>
    public async Task<NewFile> AddAsync(Stream from, Func<byte[], long> mostOf, CancellationToken cancel)
    {
        Directory.CreateDirectory(temporary);
        var (name, buffer) = ($"{Guid.CreateVersion7():N}", new byte[1 << 16]);
        var read = await from.ReadAtLeastAsync(buffer, StartLength, throwOnEndOfStream: false, cancel);
        var (start, length) = (buffer[..Math.Min(read, StartLength)], 0L);
        var most = mostOf(start);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var to = new FileStream(Path.Combine(temporary, name), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        for (; read > 0; read = await from.ReadAsync(buffer, cancel))
        {
            length += read;
            Rule.Require(length <= most, T.Say("The file is larger than {0} MB.", most >> 20));
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return new(name, length, Convert.ToHexStringLower(hash.GetHashAndReset()), start);
    }

    /// <summary>What was laid ready, to be looked at before it is placed.</summary>
    public Stream Read(NewFile file) => File.OpenRead(Path.Combine(temporary, file.StoredName));

    public void Place() => note = kept.Keep(tenant, temporary);

    public void Done()
    {
        KeptFiles.Forget(note);
        note = "";
    }

    public async ValueTask DisposeAsync()
    {
        await kept.SettleAsync(note);
        if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
    }
}
